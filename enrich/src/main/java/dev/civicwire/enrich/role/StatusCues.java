package dev.civicwire.enrich.role;

import dev.civicwire.contract.RoleValue.Status;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.role.RoleSpan.Sort;
import dev.civicwire.enrich.role.StatusPhrases.Phrase;
import dev.civicwire.enrich.role.StatusWords.Cue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a sentence says of a post: sought, filled, left, held, or merely named.
final class StatusCues {
  private static final int CLOSE = 6;
  private static final int WINDOW = 12;

  /// Who speaks behind a comma is not the post's holder: `…, it said`, `…, its leader told us`.
  private static final Set<String> OTHERS =
      Set.of("it", "they", "he", "she", "we", "its", "their", "his", "her", "a", "an", "officials");

  /// What stands between `appointed Jo Example as` and the title.
  private static final Set<String> NEW =
      Set.of(
          "its", "their", "the", "a", "an", "our", "new", "next", "first", "permanent", "interim");

  private final StatusWords cues;
  private final StatusPhrases phrases;
  private final Scene scene;
  private final Words words;

  /// Whether anything in the text speaks of filling posts.
  private final boolean hires;

  StatusCues(StatusWords cues, StatusPhrases phrases, Scene scene) {
    this.cues = cues;
    this.phrases = phrases;
    this.scene = scene;
    this.words = scene.words();
    this.hires = IntStream.range(0, words.size()).anyMatch(i -> has(Cue.HIRES, words.key(i)));
  }

  private boolean has(Cue cue, String word) {
    return cues.has(cue, word);
  }

  /// One way to tell the status.
  ///
  /// @param words that name it to people
  private record Rule(String words, Supplier<Optional<Status>> says) {}

  Status of(RoleSpan span, OptionalInt person, boolean advert) {
    return rules(span, person.isPresent(), advert)
        .flatMap(rule -> rule.says().get().stream())
        .findFirst()
        .orElse(Status.OTHER);
  }

  /// What each rule makes of the post, the one that wins first.
  Map<String, Status> proposed(RoleSpan span, OptionalInt person, boolean advert) {
    Map<String, Status> proposed = new LinkedHashMap<>();
    rules(span, person.isPresent(), advert)
        .forEach(rule -> rule.says().get().ifPresent(s -> proposed.put(rule.words(), s)));
    return proposed;
  }

  private Stream<Rule> rules(RoleSpan span, boolean held, boolean advert) {
    return Stream.of(
        new Rule("as an advert's title", () -> when(isTitleLine(span), Status.VACANCY)),
        new Rule("by the word before it", () -> byPrefix(span, held)),
        new Rule("by words of holding", () -> when(isHeld(span, held), Status.INCUMBENT)),
        new Rule("by words of hiring", () -> bySeeking(span, held)),
        new Rule("by words of coming and going", () -> byMove(span, held)),
        new Rule("since somebody holds it", () -> when(held, Status.INCUMBENT)),
        new Rule(
            "since one such post is meant", () -> when(definite(span, advert), Status.INCUMBENT)),
        new Rule("by default", () -> Optional.of(Status.OTHER)));
  }

  private static Optional<Status> when(boolean so, Status status) {
    return so ? Optional.of(status) : Optional.empty();
  }

  private static boolean isTitleLine(RoleSpan span) {
    return span.sort() == Sort.TITLE_LINE;
  }

  /// `chief executive since 2019`, unless she is about to go.
  private boolean isHeld(RoleSpan span, boolean held) {
    return tell(Phrase.HOLDS, span)
        && byMove(span, held).filter(Status.DEPARTING::equals).isEmpty();
  }

  private Optional<Status> bySeeking(RoleSpan span, boolean held) {
    if (tell(Phrase.DENIES, span) || enteredAs(span)) {
      return Optional.empty();
    }
    boolean told = tell(Phrase.SEEKS, span) && (!held || replaced(span));
    boolean sought = !held && (seeks(span) || (paid(span) && !span.plural()));
    boolean funded = span.plural() && tell(Phrase.FUNDS, span);
    return (told || sought || funded) && (!said(span) || wanted(span))
        ? Optional.of(Status.VACANCY)
        : Optional.empty();
  }

  /// `a replacement for chief information officer Jo Example`.
  private boolean replaced(RoleSpan span) {
    String link = words.key(span.first() - 1);
    String noun = words.key(span.first() - 2);
    return (link.equals("for") || link.equals("to"))
        && (noun.equals("replacement") || noun.equals("successor"));
  }

  private Optional<Status> byMove(RoleSpan span, boolean held) {
    boolean said = said(span);
    boolean goes = tell(Phrase.GOES, span) && !tell(Phrase.DENIES, span);
    if ((held && movesOn(span)) || goes) {
      return Optional.of(Status.DEPARTING);
    }
    boolean old = isOfOld(span);
    boolean named = !old && before(span, CLOSE, Cue.ENTERS);
    boolean enters = named || enteredAs(span) || tell(Phrase.TAKES, span) || goesAs(span);
    if ((enters && !said) || (words.key(span.first() - 1).equals("new") && held)) {
      return Optional.of(Status.APPOINTED);
    }
    if (before(span, CLOSE, Cue.WAS)) {
      return Optional.of(Status.OTHER);
    }
    if (said) {
      return Optional.empty();
    }
    if (near(span, Cue.LEAVE) || tell(Phrase.LEAVES, span)) {
      return Optional.of(Status.DEPARTING);
    }
    return !old && near(span, Cue.TAKE) ? Optional.of(Status.APPOINTED) : Optional.empty();
  }

  /// `has appointed Jo Example, who runs its twin in the north, as its new chief executive`, `came
  /// from
  /// the north to be chief executive`.
  private boolean enteredAs(RoleSpan span) {
    int as = span.first() - 1;
    while (as > 0 && NEW.contains(words.key(as))) {
      as--;
    }
    boolean came =
        words.key(as).equals("be")
            && words.key(as - 1).equals("to")
            && before(span, 2 * WINDOW, Cue.GOES);
    boolean named =
        words.key(as).equals("as") && as < span.first() - 1 && before(span, 2 * WINDOW, Cue.ENTERS);
    return (came || named) && words.sameSentence(as, span.head());
  }

  /// `has appointed Leeds's chief executive Jo Example as its director`: what she has been.
  private boolean isOfOld(RoleSpan span) {
    int last = Math.min(words.sentenceLast(span.head()), span.last() + WINDOW);
    return IntStream.range(span.last(), last)
        .filter(i -> words.key(i).equals("as"))
        .mapToObj(i -> words.key(i + 1))
        .anyMatch(next -> next.equals("its") || next.equals("their"));
  }

  /// `goes back to Australia as deputy director at Queensland Health and chief officer of X`.
  private boolean goesAs(RoleSpan span) {
    boolean as = false;
    for (int i = span.first() - 1;
        i >= 0 && i > span.first() - 2 * WINDOW && words.sameSentence(i, span.head());
        i--) {
      String word = words.key(i);
      as |= word.equals("as");
      if (word.equals(",") || word.equals("where") || word.equals("who")) {
        return false;
      }
      if (has(Cue.GOES, word)) {
        return as;
      }
    }
    return false;
  }

  /// `its chief executive`, or a post that is no mere profession.
  private boolean definite(RoleSpan span, boolean advert) {
    String article = words.key(span.first() - 1);
    boolean one = article.equals("the") || article.equals("its") || article.equals("'s");
    boolean post = span.sort() != Sort.PROFESSION && span.sort() != Sort.FIXED;
    boolean any = article.equals("a") || article.equals("an") || article.equals("no");
    return one || said(span) || isOne(span) || (!span.plural() && !advert && post && !any);
  }

  /// `is recruiting a chief data officer`: whoever speaks behind it is somebody else.
  private boolean wanted(RoleSpan span) {
    int i = span.first() - 1;
    boolean any = words.key(i).equals("a") || words.key(i).equals("an");
    for (int at = i - 1; any && at > i - 4 && words.sameSentence(at, span.head()); at--) {
      if (has(Cue.SEEK, words.key(at))) {
        return true;
      }
    }
    return any && tell(Phrase.SEEKS, span);
  }

  private boolean tell(Phrase phrase, RoleSpan span) {
    return phrases.tell(phrase, words, span);
  }

  private Optional<Status> byPrefix(RoleSpan span, boolean held) {
    String before = words.key(span.first() - 1);
    String before2 = words.key(span.first() - 2);
    if (before.equals("then") && near(span, Cue.LEAVE)) {
      return Optional.of(Status.DEPARTING);
    }
    if (before.equals("now") && before2.equals("until")) {
      return Optional.of(Status.DEPARTING);
    }
    if (has(Cue.PAST, before)
        || before.equals("then")
        || (has(Cue.PAST, before2) && !before.equals(",") && !before2.equals("until"))) {
      return Optional.of(near(span, Cue.LEFT) ? Status.DEPARTING : Status.OTHER);
    }
    if (before.equals("outgoing") || (before2.equals("outgoing") && has(Cue.HELD, before))) {
      return Optional.of(Status.DEPARTING);
    }
    if (before.equals("next")) {
      boolean taken = held || before(span, CLOSE, Cue.ENTERS);
      return Optional.of(taken ? Status.APPOINTED : Status.VACANCY);
    }
    boolean kept = has(Cue.HELD, before) && tell(Phrase.TAKES, span);
    return (has(Cue.HELD, before) && !kept) || reportsTo(span)
        ? Optional.of(Status.INCUMBENT)
        : Optional.empty();
  }

  /// True where someone with this title speaks.
  private boolean said(RoleSpan span) {
    for (int i = span.last();
        i < span.last() + 8 && i < words.size() && words.sameSentence(i, span.head());
        i++) {
      if (words.key(i).equals(",") && OTHERS.contains(words.key(i + 1))) {
        break;
      }
      if (has(Cue.SPEAKS, words.key(i))) {
        return true;
      }
    }
    String before = words.key(span.first() - 1);
    String verb = before.equals("the") ? words.key(span.first() - 2) : before;
    return verb.equals("said") || verb.equals("says");
  }

  /// `is a delivery manager`, `I'm a content designer`.
  private boolean isOne(RoleSpan span) {
    String article = words.key(span.first() - 1);
    String verb = words.key(span.first() - 2);
    return (article.equals("a") || article.equals("an"))
        && (verb.equals("is") || verb.equals("am") || verb.equals("i'm") || verb.equals("'m"));
  }

  /// `…, our change manager, who moves to the DIO`.
  private boolean movesOn(RoleSpan span) {
    int i = words.key(span.last()).equals(",") ? span.last() + 1 : span.last();
    boolean goes = words.key(i + 1).equals("moves") || words.key(i + 1).equals("goes");
    return words.key(i).equals("who") && goes && words.sameSentence(span.head(), i + 1);
  }

  private boolean before(RoleSpan span, int window, Cue cue) {
    for (int i = span.first() - 1;
        i >= 0 && i >= span.first() - window && words.sameSentence(i, span.head());
        i--) {
      boolean wish = words.key(i).equals("become") && words.key(i - 1).equals("to");
      if (has(cue, words.key(i)) && !wish) {
        return true;
      }
    }
    return false;
  }

  /// An amount beside a post that has no holder is what will be paid.
  private boolean paid(RoleSpan span) {
    if (!hires || namesSomebody(span) || isPayee(span)) {
      return false;
    }
    for (int i = Math.max(words.sentenceFirst(span.head()), span.first() - WINDOW);
        i < Math.min(words.sentenceLast(span.head()), span.last() + WINDOW);
        i++) {
      if ((isCurrency(i) && !millions(i + 1) && !isSaved(i)) || words.key(i).equals("salary")) {
        return !before(span, CLOSE, Cue.WAS) && !earns(span) && !isRank(span);
      }
    }
    return false;
  }

  /// True where somebody is named between the post and the amount: it is that person's pay.
  private boolean namesSomebody(RoleSpan span) {
    int last = Math.min(words.sentenceLast(span.head()), span.last() + WINDOW);
    for (int i = span.last(); i < last; i++) {
      if (isCurrency(i)) {
        return false;
      }
      if (scene.person(i) != Scene.NONE) {
        return true;
      }
    }
    return false;
  }

  /// `would be deleted, saving £212,000 a year`: nobody's pay.
  private boolean isSaved(int amount) {
    return IntStream.range(amount - 2, amount)
        .mapToObj(words::key)
        .anyMatch(word -> word.startsWith("sav") || word.startsWith("cost"));
  }

  private boolean isCurrency(int i) {
    return words.key(i).equals("\u00a3") || words.key(i).equals("$");
  }

  /// `gets about £120,000`: what somebody is paid, not what becomes of her.
  private boolean draws(int i) {
    return has(Cue.EARNS, words.key(i))
        && IntStream.rangeClosed(i + 1, i + 3).anyMatch(this::isCurrency);
  }

  /// True where word `i` tells what becomes of a post or its holder.
  private boolean tells(Cue cue, int i) {
    boolean plan = words.key(i).equals("appoint") && words.key(i - 1).equals("to");
    return has(cue, words.key(i)) && !plan && !isCaption(i) && !describes(i) && !draws(i);
  }

  /// `paid its chief executive £190,000`, `the council's chief executive £190,000`: somebody has
  /// it.
  private boolean isPayee(RoleSpan span) {
    boolean own =
        switch (words.key(span.first() - 1)) {
          case "its", "their", "the" -> true;
          default -> false;
        };
    boolean whose = words.key(span.first() - 1).equals("'s") && isCurrency(span.last());
    return whose
        || (own
            && switch (words.key(span.first() - 2)) {
              case "paid", "pays", "paying" -> true;
              default -> false;
            });
  }

  /// `at deputy director level`.
  private boolean isRank(RoleSpan span) {
    int behind = words.key(span.last()).equals("'s") ? span.last() + 1 : span.last();
    return switch (words.key(behind)) {
      case "level", "levels", "grade", "grades", "pay" -> true;
      default -> false;
    };
  }

  /// True where the number at `i` is of millions, so nobody's pay.
  private boolean millions(int i) {
    String next = words.key(i + 1);
    return words.key(i).endsWith("m")
        || words.key(i).endsWith("bn")
        || next.equals("million")
        || next.equals("billion")
        || next.equals("m")
        || next.equals("bn");
  }

  /// Somebody who earns an amount has the post, or has such a post.
  private boolean earns(RoleSpan span) {
    for (int i = span.last();
        i < Math.min(words.sentenceLast(span.head()), span.last() + WINDOW);
        i++) {
      if (has(Cue.EARNS, words.key(i))) {
        return true;
      }
    }
    String before = words.key(span.first() - 1);
    return before.equals("its") && words.key(span.first() - 2).equals("pays");
  }

  private boolean reportsTo(RoleSpan span) {
    for (int i = span.first() - 1;
        i > span.first() - 5 && words.sameSentence(i, span.head());
        i--) {
      boolean answers = words.key(i).startsWith("answer") && words.key(i + 1).equals("to");
      if (words.key(i).startsWith("report") || words.key(i).equals("accountable") || answers) {
        return true;
      }
    }
    return false;
  }

  private boolean seeks(RoleSpan span) {
    if (denied(span)) {
      return false;
    }
    boolean created = words.key(span.first() - 1).equals("new") && !near(span, Cue.ENTERS);
    return (near(span, Cue.SEEK) && !before(span, CLOSE, Cue.ENTERS))
        || created
        || toAppoint(span)
        || pending(span);
  }

  /// `Also to be hired: a project director`, `until a CDO is recruited next year`.
  private boolean pending(RoleSpan span) {
    int first = Math.max(words.sentenceFirst(span.head()), span.first() - CLOSE);
    int last = Math.min(words.sentenceLast(span.head()), span.last() + CLOSE);
    for (int i = first; i < last; i++) {
      boolean be = words.key(i - 1).equals("be") || words.key(i - 1).equals("being");
      boolean until = words.key(i - 1).equals("is") && words.key(span.first() - 2).equals("until");
      if (has(Cue.PENDING, words.key(i)) && (be || until)) {
        return true;
      }
    }
    return false;
  }

  /// `nobody can say when such a role might be advertised`.
  private boolean denied(RoleSpan span) {
    int first = Math.max(words.sentenceFirst(span.head()), span.first() - WINDOW);
    for (int i = first; i < span.first(); i++) {
      String next = words.key(i + 1);
      boolean no = words.key(i).equals("no") && (next.equals("plan") || next.equals("plans"));
      if (no || words.key(i).equals("nobody")) {
        return true;
      }
    }
    return false;
  }

  private boolean toAppoint(RoleSpan span) {
    if (before(span, WINDOW, Cue.ENTERS)) {
      return false;
    }
    for (int i = span.first() - 1;
        i > span.first() - WINDOW && words.sameSentence(i, span.head());
        i--) {
      if ((words.key(i).equals("appoint")
          || words.key(i).equals("creating")
          || words.key(i).equals("create")
          || words.key(i).equals("created"))) {
        return true;
      }
    }
    return false;
  }

  /// `(left)`, `pictured right`: where somebody stands in a picture.
  private boolean isCaption(int i) {
    String before = words.key(i - 1);
    return before.equals("pictured") || (before.equals("(") && words.key(i + 1).equals(")"));
  }

  /// `chief data officer, a director-level appointment`: what kind of post it is.
  private boolean describes(int i) {
    if (!words.key(i).equals("appointment")) {
      return false;
    }
    for (int at = i - 1; at >= i - 4; at--) {
      if (words.key(at).equals("a") || words.key(at).equals("an")) {
        return true;
      }
    }
    return false;
  }

  private boolean near(RoleSpan span, Cue cue) {
    for (int i = span.first() - 1;
        i >= 0 && i > span.first() - WINDOW && words.sameSentence(i, span.head());
        i--) {
      if (tells(cue, i)) {
        return true;
      }
    }
    for (int i = span.last();
        i < words.size() && i < span.last() + WINDOW && words.sameSentence(i, span.head());
        i++) {
      if (tells(cue, i)) {
        return true;
      }
    }
    return false;
  }
}
