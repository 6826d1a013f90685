package dev.civicwire.enrich.name;

import dev.civicwire.enrich.gazetteer.PlaceGazetteer;
import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.text.Choice;
import dev.civicwire.enrich.text.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds people's full names: words with capitals, weighed by given name, title, what is said
/// beside them, and what the model makes of them.
final class PersonFinder {
  static final String RULES = "person-rules/1";
  private static final String MODEL = "name-model/1";
  private static final int LONGEST = 5;
  private static final Set<String> MONTHS =
      Set.of("april", "may", "june", "august", "march", "january");
  private static final double ENOUGH = 1.55;
  private static final double MODEL_WEIGHT = 2;

  private final PersonWords lexicon;
  private final PlaceGazetteer places;

  PersonFinder(PersonWords lexicon, PlaceGazetteer places) {
    this.lexicon = lexicon;
    this.places = places;
  }

  List<PersonMention> find(
      Words words,
      Taken taken,
      Headlines headlines,
      Credits credits,
      ModelNames model,
      Trace trace) {
    List<PersonMention> found = new ArrayList<>();
    Candidate in =
        new Candidate(
            words, taken, headlines, model, new PersonHints(words, taken, lexicon), found, trace);
    int i = 0;
    while (i < words.size()) {
      Optional<PersonMention> person = Optional.empty();
      if (words.capital(i) && !taken.has(i) && !credits.masked(i)) {
        person = longest(in, i);
      }
      person.ifPresent(found::add);
      i = person.map(PersonMention::last).orElse(i + 1);
    }
    return found;
  }

  private record Candidate(
      Words words,
      Taken taken,
      Headlines headlines,
      ModelNames model,
      PersonHints hints,
      List<PersonMention> found,
      Trace trace) {}

  private Optional<PersonMention> longest(Candidate in, int first) {
    int end = reach(in, first);
    if (end > first + 1) {
      double rules = score(in, first, end);
      double score = rules + model(in, first, end, rules);
      weighed(in, first, end, rules, score);
      if (score >= ENOUGH) {
        String annotator = rules >= ENOUGH ? RULES : MODEL;
        return Optional.of(new PersonMention(first, end, confidence(score), annotator));
      }
    }
    return titled(in, first, end);
  }

  /// Notes what rules and model make of capitalised words, where it is no plain refusal.
  private static void weighed(Candidate in, int first, int end, double rules, double score) {
    if (in.trace().isOn() && score >= ENOUGH / 2) {
      boolean person = score >= ENOUGH;
      in.trace()
          .add(
              () ->
                  new Choice(
                      person && rules < ENOUGH ? MODEL : RULES,
                      in.words().start(first),
                      in.words().end(end - 1),
                      person ? "person" : Choice.NOTHING,
                      Map.of("person", score, "no person", ENOUGH),
                      "rules %.1f, model %.1f".formatted(rules, score - rules),
                      List.of()));
    }
  }

  /// A surname behind `Mr` or `Dr`, or a given name beside a relative.
  private Optional<PersonMention> titled(Candidate in, int first, int end) {
    Words words = in.words();
    if (end == first + 1
        && kin(words, first)
        && (lexicon.given(words.surface(first)) || !places.knows(words.surface(first)))) {
      return Optional.of(new PersonMention(first, end, 0.8, RULES));
    }
    return Optional.empty();
  }

  /// `his wife Kerry`, `her husband, Arun`, `Nick, his son`, `daughters Leela and Frances`.
  private static boolean kin(Words words, int i) {
    int before = words.key(i - 1).equals(",") ? i - 2 : i - 1;
    if (words.key(before).equals("and") && words.capital(before - 1)) {
      before -= 2;
    }
    boolean after =
        words.key(i + 1).equals(",")
            && (words.key(i + 2).equals("his") || words.key(i + 2).equals("her"))
            && PersonWords.KIN.contains(words.key(i + 3));
    return after || (PersonWords.KIN.contains(words.key(before)) && words.sameSentence(before, i));
  }

  private int reach(Candidate in, int first) {
    Words words = in.words();
    int last = first;
    int limit = Math.min(words.size(), first + LONGEST);
    while (last < limit && words.sameSentence(first, last) && fits(in, first, last)) {
      last += words.key(last + 1).equals(".") && initial(words, last) ? 2 : 1;
    }
    while (last > first + 1 && !words.capital(last - 1)) {
      last--;
    }
    return Math.min(last, words.size());
  }

  private boolean fits(Candidate in, int first, int i) {
    Words words = in.words();
    if (in.taken().has(i) || (i > first && words.line(i) != words.line(first))) {
      return false;
    }
    if (i > first && PersonWords.PARTICLES.contains(words.key(i)) && isParticled(words, i + 1)) {
      return true;
    }
    if (isCamel(words.surface(i))) {
      return false;
    }
    Shape shape = words.shape(i);
    boolean initials =
        shape == Shape.UPPER && (initial(words, i) || (i == first && isFused(words, i)));
    boolean name = shape == Shape.CAPITALISED || initials;
    String key = words.key(i);
    if (i == first && name && givenWord(words, i)) {
      return true;
    }
    if (i == first && lexicon.post(key) && !lexicon.given(words.surface(i))) {
      return false;
    }
    boolean common =
        lexicon.common(key)
            && !(i > first && lexicon.surname(key) && lexicon.given(words.surface(first)));
    return name && !common && !lexicon.title(key);
  }

  /// `de la Cruz`, `van der Merwe`.
  private static boolean isParticled(Words words, int i) {
    return words.capital(i)
        || (PersonWords.PARTICLES.contains(words.key(i)) && words.capital(i + 1));
  }

  /// `HRConnect`, but neither `McAteer` nor `O'Neill`.
  private static boolean isCamel(String surface) {
    int capitals = 0;
    for (int i = 1; i < surface.length(); i++) {
      boolean inside = Character.isLetter(surface.charAt(i - 1));
      capitals += inside && Character.isUpperCase(surface.charAt(i)) ? 1 : 0;
    }
    boolean lower = surface.chars().anyMatch(Character::isLowerCase);
    return lower && capitals > 1;
  }

  /// `June`, `Bill` and `Mark` as given names: not in `in June`, and with a name behind them.
  private boolean givenWord(Words words, int i) {
    String before = words.key(i - 1);
    boolean dated =
        MONTHS.contains(words.key(i))
            && (before.equals("in")
                || before.equals("since")
                || before.equals("until")
                || before.equals("by")
                || before.equals("of")
                || words.shape(i - 1) == Shape.NUMBER);
    return lexicon.given(words.surface(i))
        && !dated
        && !before.equals("the")
        && words.shape(i + 1) == Shape.CAPITALISED;
  }

  private static boolean initial(Words words, int i) {
    return words.shape(i) == Shape.UPPER
        && words.end(i) - words.start(i) == 1
        && !words.key(i).equals("i")
        && !words.key(i).equals("a");
  }

  /// `JP` of `JP Marks`, behind a post or before what a person says or is.
  private boolean isFused(Words words, int i) {
    return words.shape(i) == Shape.UPPER
        && words.end(i) - words.start(i) == 2
        && Character.isLetter(words.surface(i).charAt(1))
        && words.shape(i + 1) == Shape.CAPITALISED
        && !PersonWords.ACRONYMS.contains(words.key(i))
        && !lexicon.post(words.key(i + 1))
        && (lexicon.post(words.key(i - 1)) || after(words, i + 2) >= 1);
  }

  private double score(Candidate in, int first, int last) {
    Words words = in.words();
    double score = 0;
    String given = words.surface(first);
    if (lexicon.given(given)) {
      score += places.knows(given) ? 1.4 : 2.0;
    } else if (initial(words, first) || isFused(words, first)) {
      score += 0.8;
    }
    score += before(words, first) + after(words, last) + beside(in, first, last);
    if (last - first > 3) {
      score -= 0.4;
    }
    score += in.hints().of(first, last, lexicon.given(given));
    if (words.key(last).equals("officer")
        || (words.key(last).equals("and") && words.key(last + 2).equals("officer"))) {
      score -= 3;
    }
    if (places.knows(words.surface(first, last).replace('\n', ' '))) {
      score -= 3;
    }
    if (in.headlines().capitalised(first)) {
      score -= 0.7;
    }
    if ((words.key(last - 1).endsWith("ing") && words.key(last - 1).length() > 5)
        || (words.startsSentence(first) && !lexicon.given(given))) {
      score -= 0.2;
    }
    return score;
  }

  /// `Helen Whitcombe or Rajeda Rahman`: two words joined to a name just found are one too.
  private static double beside(Candidate in, int first, int last) {
    String link = in.words().key(first - 1);
    boolean joined = link.equals("and") || link.equals("or");
    boolean named = !in.found().isEmpty() && in.found().getLast().last() == first - 1;
    return joined && named && last - first == 2 ? 0.7 : 0;
  }

  /// The model costs more than the rules, so it is asked where it can turn the scale.
  private static double model(Candidate in, int first, int last, double rules) {
    boolean open = Math.abs(rules - ENOUGH) < MODEL_WEIGHT;
    return open ? MODEL_WEIGHT * in.model().probability(in.words(), first, last) : 0;
  }

  private double before(Words words, int first) {
    if (first == 0 || !words.sameSentence(first - 1, first)) {
      return 0;
    }
    int at = first - 1;
    if (words.key(at).equals(".")
        || (words.key(at).equals(",") && lexicon.post(words.key(at - 1)))) {
      at--;
    }
    String key = words.key(at);
    if (lexicon.title(key)) {
      return words.capital(at) || lexicon.post(key) ? 1.8 : 1.0;
    }
    if (lexicon.post(key)) {
      return at == first - 1 ? 1.5 : 1.4;
    }
    if (words.key(first - 1).equals(",") && postPhrase(words, first - 2)) {
      return 1.3;
    }
    String earlier = words.key(first - 2);
    if ((key.equals("for") && earlier.equals("ask"))
        || (key.equals("to") && (earlier.equals("write") || earlier.equals("speak")))
        || (key.equals("by") && words.shape(first - 2) == Shape.LOWER)) {
      return 1.0;
    }
    if (key.equals("(") && lexicon.post(words.key(first - 2))) {
      return 1.4;
    }
    boolean content =
        key.length() > 4 && (words.shape(first - 1) == Shape.LOWER || lexicon.common(key));
    if (content && postPhrase(words, first - 1)) {
      return 1.0;
    }
    return switch (key) {
      case "said", "says", "named", "called", "contact", "promoted", "appointed" -> 1.0;
      case "in", "at", "from" -> -0.7;
      default -> 0;
    };
  }

  /// True where the words up to `last` hold a post: `the director of IT operations, NAME`.
  private boolean postPhrase(Words words, int last) {
    for (int i = last; i > last - 10 && words.sameSentence(i, last); i--) {
      String key = words.key(i);
      if (lexicon.post(key)) {
        return true;
      }
      if ((words.shape(i) == Shape.MARK && !key.equals("and") && !key.equals("'s"))
          || lexicon.speech(key)) {
        return false;
      }
    }
    return false;
  }

  private double after(Words words, int last) {
    if (last >= words.size() || !words.sameSentence(last - 1, last)) {
      return 0;
    }
    String key = words.key(last);
    if (lexicon.speech(key)) {
      return 1.0;
    }
    if (key.equals(",")) {
      for (int i = last + 1; i < last + 9 && words.sameSentence(last, i); i++) {
        if (words.key(i).equals(",")) {
          break;
        }
        if (lexicon.post(words.key(i)) || words.key(i).equals("who")) {
          return 1.3;
        }
      }
    }
    if (key.equals("(") && words.shape(last + 1) == Shape.NUMBER) {
      return 1.0;
    }
    if (key.equals("(") && isPostIn(words, last + 1)) {
      return 1.3;
    }
    if (key.equals("and")
        && lexicon.given(words.surface(Math.min(last + 1, words.size() - 1)))
        && words.shape(last + 2) == Shape.CAPITALISED) {
      return 0.8;
    }
    if (key.equals("'s")) {
      return 0.2;
    }
    return lexicon.post(key) && words.shape(last) == Shape.LOWER ? -0.3 : 0;
  }

  /// `(data migration lead)`.
  private boolean isPostIn(Words words, int first) {
    for (int i = first; i < first + 6 && words.sameSentence(first, i); i++) {
      if (words.key(i).equals(")")) {
        return lexicon.post(words.key(i - 1));
      }
    }
    return false;
  }

  private static double confidence(double score) {
    return Math.min(0.98, 0.75 + 0.06 * (score - ENOUGH + 1));
  }
}
