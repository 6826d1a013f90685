package dev.civicwire.enrich.quote;

import dev.civicwire.contract.Organisation;
import dev.civicwire.contract.Person;
import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.quote.Named.Place;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Reads who speaks from the words before or behind a verb of speech: a person with a post beside
/// the name, a pronoun, a body, somebody who speaks for one, or a post without a name.
final class Speakers {
  static final double PERSON = 0.95;
  static final double PRONOUN = 0.82;
  static final double PHRASE = 0.8;

  /// Words between a name and the verb behind its post.
  private static final int APPOSITION = 28;

  private static final int PHRASE_WORDS = 12;
  private static final int TITLE_WORDS = 6;
  private static final double ALONE = 0.85;
  private static final Set<String> DETERMINERS =
      Set.of("the", "a", "an", "its", "their", "one", "his", "her", "this", "that");
  private static final Set<String> PREPOSITIONS = Set.of("of", "for", "at", "from", "in");
  private static final Set<String> BOUNDARIES =
      Set.of("that", "but", "when", "while", "because", "as", "if", "after", "before", "which");

  private final Words words;
  private final Named named;
  private final SpeechWords lexicon;
  private final BitSet quoted;
  private final Pronouns pronouns;

  Speakers(Words words, Named named, SpeechWords lexicon, BitSet quoted) {
    this.words = words;
    this.named = named;
    this.lexicon = lexicon;
    this.quoted = quoted;
    this.pronouns = new Pronouns(words, named, quoted);
  }

  /// The speaker whose phrase ends before word `end`: "NAME, director of X, [said]".
  Optional<Speaker> endingAt(int end) {
    int last = end - 1;
    if (last < 0 || quoted.get(last)) {
      return Optional.empty();
    }
    if (lexicon.pronoun(words.key(last))) {
      return pronoun(last);
    }
    Optional<Speaker> name = named.personTo(end).map(this::speaker);
    if (name.isPresent()) {
      return name;
    }
    String key = words.key(last);
    if (key.equals("who")) {
      return named.personTo(words.key(last - 1).equals(",") ? last - 1 : last).map(this::speaker);
    }
    return key.equals(",") || key.equals(")") ? apposition(last) : phrase(end);
  }

  /// The speaker whose phrase starts at word `start`: "[said] the director, NAME".
  Optional<Speaker> startingAt(int start) {
    if (lexicon.pronoun(words.key(start))) {
      return pronoun(start);
    }
    int end = start;
    while (end < words.size()
        && end - start < PHRASE_WORDS
        && words.sameSentence(start, end)
        && (!isMark(end) || isAbbreviated(end))
        && !quoted.get(end)
        && !lexicon.verb(words.key(end))) {
      end++;
    }
    if (end == start) {
      return Optional.empty();
    }
    boolean spokes = has(start, end, lexicon::spokes);
    Optional<Speaker> name = spokes ? Optional.empty() : nameFrom(start, end);
    return name.isPresent() ? name : phrase(start, end);
  }

  /// The name in a phrase, or right behind it: "the director, Sir NAME".
  private Optional<Speaker> nameFrom(int start, int end) {
    Optional<Place<Person>> inside = named.personIn(start, end);
    if (inside.isPresent()) {
      return inside.map(this::speaker);
    }
    int at = words.key(end).equals(",") ? end + 1 : -1;
    while (at > 0 && (lexicon.title(words.key(at)) || words.key(at).equals("."))) {
      at++;
    }
    return at < 0 ? Optional.empty() : nameNear(at);
  }

  /// The name at `at`, or behind the rest of a title: "chief digital, [data and technology officer
  /// NAME]".
  private Optional<Speaker> nameNear(int at) {
    for (int i = at; i < at + TITLE_WORDS && words.sameSentence(at, i); i++) {
      boolean fits = i == at || lexicon.post(words.key(i - 1));
      Optional<Place<Person>> name = named.personFrom(i);
      if (name.isPresent()) {
        return name.filter(n -> fits).map(this::speaker);
      }
      if (isMark(i) || words.capital(i) || lexicon.verb(words.key(i))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// The only person whom `[start, end)` names outside speech.
  Optional<Speaker> onlyPerson(int start, int end) {
    Optional<Place<Person>> first = named.personIn(start, end);
    boolean other =
        first
            .flatMap(p -> named.personIn(p.last(), end))
            .filter(p -> !p.value().equals(first.get().value()))
            .isPresent();
    return first.filter(p -> !other && !quoted.get(p.first())).map(p -> speaker(p).lessSure(ALONE));
  }

  /// The full stop of "Rep."
  private boolean isAbbreviated(int i) {
    return words.key(i).equals(".") && words.sameSentence(i, i + 1);
  }

  /// "NAME, who replaced OTHER," and "the director, NAME,": the comma is at `comma`.
  private Optional<Speaker> apposition(int comma) {
    Optional<Place<Person>> behind = nameTo(comma);
    int least = Math.max(words.sentenceFirst(comma), comma - APPOSITION);
    for (int i = comma - 1; i > least; i--) {
      boolean opens = words.key(i).equals(",") || words.key(i).equals("(");
      boolean clause = behind.isEmpty() || words.key(i + 1).equals("who");
      if (opens && clause && !quoted.get(i)) {
        Optional<Place<Person>> subject = nameTo(i);
        if (subject.isPresent()) {
          return subject.map(this::speaker);
        }
      }
    }
    if (behind.isPresent()) {
      return behind.map(this::speaker);
    }
    int open = comma - 1;
    while (open > least && !words.key(open).equals(",")) {
      open--;
    }
    return open > least ? phrase(open) : Optional.empty();
  }

  /// The name before a mark, letters behind it allowed: "NAME MP,".
  private Optional<Place<Person>> nameTo(int mark) {
    boolean letters = words.shape(mark - 1) == Shape.UPPER;
    return named.personTo(mark).or(() -> letters ? named.personTo(mark - 1) : Optional.empty());
  }

  private Optional<Speaker> phrase(int end) {
    int start = end;
    int least = Math.max(words.sentenceFirst(end - 1), end - PHRASE_WORDS);
    while (start > least && !isMark(start - 1) && !quoted.get(start - 1)) {
      if (BOUNDARIES.contains(words.key(start - 1))) {
        break;
      }
      start--;
    }
    return start == end ? Optional.empty() : phrase(start, end);
  }

  /// The body, spokesperson, document or nameless post-holder in `[start, end)`.
  private Optional<Speaker> phrase(int start, int end) {
    Optional<Place<Organisation>> body = named.bodyIn(start, end);
    int spokes = find(start, end, lexicon::spokes);
    if (spokes >= 0) {
      return Optional.of(words(determined(start, spokes), end, body, PHRASE));
    }
    Optional<Place<Person>> person = named.personIn(start, end);
    if (person.isPresent() && isOf(person.get().last(), end)) {
      return person.map(this::speaker);
    }
    if (body.filter(b -> b.last() == end).isPresent()) {
      return body.map(b -> words(b.first(), b.last(), body, PHRASE));
    }
    int noun = last(start, end, key -> lexicon.post(key) || lexicon.source(key));
    if (noun < 0) {
      return Optional.empty();
    }
    int first = determined(start, noun);
    boolean told = DETERMINERS.contains(words.key(first)) || words.capital(noun);
    return told ? holder(first, end).or(() -> Optional.of(nameless(first, end, body))) : none();
  }

  private Speaker nameless(int first, int end, Optional<Place<Organisation>> body) {
    return words(first, end, body.filter(b -> b.first() >= first), PHRASE - 0.05);
  }

  private static Optional<Speaker> none() {
    return Optional.empty();
  }

  /// "NAME of the NAO [said]".
  private boolean isOf(int after, int end) {
    String key = words.key(after);
    return after == end || key.equals("of") || key.equals("from") || key.equals("at");
  }

  /// "the chief executive", where one person alone has that post.
  private Optional<Speaker> holder(int first, int end) {
    String post = words.phrase(first, end).toLowerCase(Locale.ROOT);
    String bare = post.substring(post.indexOf(' ') + 1);
    Place<Person> only = null;
    for (Place<Person> place : named.everybody()) {
      boolean fits =
          bare.indexOf(' ') > 0
              && place.value().post().orElse("").toLowerCase(Locale.ROOT).contains(bare);
      if (fits && only != null && !only.value().equals(place.value())) {
        return Optional.empty();
      }
      only = fits ? place : only;
    }
    return Optional.ofNullable(only)
        .map(p -> new Speaker(first, end, Optional.of(p.value()), Optional.empty(), PHRASE));
  }

  private Speaker words(int first, int last, Optional<Place<Organisation>> body, double sure) {
    return new Speaker(first, last, Optional.empty(), body.map(Place::value), sure);
  }

  private Speaker speaker(Place<Person> place) {
    return new Speaker(
        place.first(), place.last(), Optional.of(place.value()), Optional.empty(), PERSON);
  }

  private Optional<Speaker> pronoun(int word) {
    return pronouns
        .person(word)
        .map(p -> new Speaker(word, word + 1, Optional.of(p), Optional.empty(), PRONOUN));
  }

  private int determined(int start, int noun) {
    for (int i = noun - 1; i >= start; i--) {
      if (DETERMINERS.contains(words.key(i))) {
        return i;
      }
    }
    return start;
  }

  private boolean isMark(int i) {
    String key = words.key(i);
    return key.length() == 1 && ",:;.?!\"()[]".indexOf(key.charAt(0)) >= 0;
  }

  private boolean has(int start, int end, Predicate<String> test) {
    return find(start, end, test) >= 0;
  }

  private int find(int start, int end, Predicate<String> test) {
    for (int i = start; i < end; i++) {
      if (test.test(words.key(i))) {
        return i;
      }
    }
    return -1;
  }

  /// The noun at the end of the phrase, or before its first preposition.
  private int last(int start, int end, Predicate<String> test) {
    int stop = find(start + 1, end, PREPOSITIONS::contains);
    for (int i = (stop < 0 ? end : stop) - 1; i >= start; i--) {
      if (test.test(words.key(i))) {
        return i;
      }
    }
    return -1;
  }
}
