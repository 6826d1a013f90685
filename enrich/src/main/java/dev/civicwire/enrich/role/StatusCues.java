package dev.civicwire.enrich.role;

import dev.civicwire.contract.RoleValue.Status;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.role.RoleSpan.Sort;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What a sentence says of a post: sought, filled, left, held, or merely named.
final class StatusCues {
  private static final Set<String> SEEK =
      Set.of(
          "recruit",
          "recruits",
          "recruiting",
          "seek",
          "seeks",
          "seeking",
          "sought",
          "advertise",
          "advertised",
          "advertises",
          "advertising",
          "advert",
          "advertisement",
          "hire",
          "hiring",
          "hires",
          "wanted",
          "wants",
          "looking",
          "looks",
          "search",
          "hunt",
          "hunting",
          "vacancy",
          "vacancies",
          "opening",
          "needs",
          "needed",
          "candidates",
          "applications",
          "apply",
          "contest",
          "listed",
          "look",
          "competition",
          "fill",
          "posted",
          "candidate",
          "advertisements",
          "adverts",
          "readvertised",
          "re-advertised",
          "re-advertises",
          "readvertises",
          "recruitment",
          "applicants");
  private static final Set<String> TAKE =
      Set.of(
          "appointed",
          "appoints",
          "appoint",
          "named",
          "names",
          "becomes",
          "become",
          "became",
          "chosen",
          "chose",
          "picked",
          "picks",
          "joins",
          "joined",
          "promoted",
          "hired",
          "selected",
          "confirmed",
          "takes",
          "taken",
          "gets",
          "appointment",
          "unveiled",
          "moves",
          "moved",
          "succeeds",
          "replaces",
          "given");
  private static final Set<String> LEAVE =
      Set.of(
          "leaves",
          "leaving",
          "left",
          "quits",
          "quit",
          "resigns",
          "resigned",
          "resignation",
          "departs",
          "departed",
          "departure",
          "departing",
          "retires",
          "retiring",
          "outgoing",
          "steps",
          "stepping",
          "stepped",
          "abolished",
          "abolish",
          "scrapped",
          "axed",
          "exit",
          "leave",
          "gone",
          "away");
  private static final Set<String> PAST =
      Set.of(
          "former",
          "ex",
          "formerly",
          "previously",
          "previous",
          "once",
          "late",
          "predecessor",
          "until",
          "retired");
  private static final Set<String> HELD =
      Set.of("interim", "acting", "current", "incumbent", "present");
  private static final Set<String> ENTERS =
      Set.of(
          "appointed",
          "appoints",
          "named",
          "names",
          "becomes",
          "became",
          "become",
          "promoted",
          "promotes",
          "confirmed",
          "unveiled",
          "chosen",
          "hired",
          "joins",
          "joined",
          "picked",
          "picks",
          "returns",
          "moved",
          "moves");
  private static final Set<String> WAS =
      Set.of("was", "were", "served", "started", "worked", "began", "being");
  private static final Set<String> LEFT =
      Set.of("left", "leaves", "leaving", "departed", "departs", "gone");
  private static final Set<String> EARNS =
      Set.of(
          "earns",
          "earned",
          "earn",
          "makes",
          "made",
          "tops",
          "got",
          "gets",
          "receives",
          "received");
  private static final Set<String> SPEAKS =
      Set.of(
          "said",
          "says",
          "told",
          "added",
          "explained",
          "argued",
          "warned",
          "called",
          "thanked",
          "praised",
          "answered",
          "believes",
          "insisted",
          "commented",
          "noted",
          "wrote");
  private static final int CLOSE = 6;
  private static final int WINDOW = 12;

  private final Words words;

  StatusCues(Words words) {
    this.words = words;
  }

  Status of(RoleSpan span, OptionalInt person, boolean advert) {
    if (span.sort() == Sort.TITLE_LINE) {
      return Status.VACANCY;
    }
    Optional<Status> told = byPrefix(span, person.isPresent());
    if (told.isPresent()) {
      return told.get();
    }
    if (person.isEmpty() && (seeks(span) || (paid(span) && !span.plural())) && !said(span)) {
      return Status.VACANCY;
    }
    if ((before(span, CLOSE, ENTERS) && !said(span))
        || (words.key(span.first() - 1).equals("new") && person.isPresent())) {
      return Status.APPOINTED;
    }
    if (before(span, CLOSE, WAS)) {
      return Status.OTHER;
    }
    if (!said(span)) {
      if (near(span, LEAVE)) {
        return Status.DEPARTING;
      }
      if (near(span, TAKE)) {
        return Status.APPOINTED;
      }
    }
    boolean definite =
        words.key(span.first() - 1).equals("the")
            || words.key(span.first() - 1).equals("its")
            || words.key(span.first() - 1).equals("'s");
    return person.isPresent()
            || definite
            || (!span.plural()
                && !advert
                && span.sort() != Sort.PROFESSION
                && span.sort() != Sort.FIXED)
        ? Status.INCUMBENT
        : Status.OTHER;
  }

  private Optional<Status> byPrefix(RoleSpan span, boolean held) {
    String before = words.key(span.first() - 1);
    String before2 = words.key(span.first() - 2);
    if (PAST.contains(before)
        || before.equals("then")
        || (PAST.contains(before2) && !before.equals(","))) {
      return Optional.of(near(span, LEFT) ? Status.DEPARTING : Status.OTHER);
    }
    if (before.equals("outgoing")) {
      return Optional.of(Status.DEPARTING);
    }
    if (before.equals("next")) {
      return Optional.of(held ? Status.APPOINTED : Status.VACANCY);
    }
    return HELD.contains(before) || reportsTo(span)
        ? Optional.of(Status.INCUMBENT)
        : Optional.empty();
  }

  /// True where someone with this title speaks.
  private boolean said(RoleSpan span) {
    for (int i = span.last();
        i < span.last() + 8 && i < words.size() && words.sameSentence(i, span.head());
        i++) {
      if (SPEAKS.contains(words.key(i))) {
        return true;
      }
    }
    String before = words.key(span.first() - 1);
    return before.equals("said") || before.equals("says");
  }

  private boolean before(RoleSpan span, int window, Set<String> cues) {
    for (int i = span.first() - 1;
        i >= 0 && i >= span.first() - window && words.sameSentence(i, span.head());
        i--) {
      boolean wish = words.key(i).equals("become") && words.key(i - 1).equals("to");
      if (cues.contains(words.key(i)) && !wish) {
        return true;
      }
    }
    return false;
  }

  /// An amount beside a post that has no holder is what will be paid.
  private boolean paid(RoleSpan span) {
    for (int i = Math.max(words.sentenceFirst(span.head()), span.first() - WINDOW);
        i < Math.min(words.sentenceLast(span.head()), span.last() + WINDOW);
        i++) {
      boolean amount = words.key(i).equals("\u00a3") || words.key(i).equals("$");
      if ((amount && !millions(i + 1)) || words.key(i).equals("salary")) {
        return !before(span, CLOSE, WAS) && !earns(span);
      }
    }
    return false;
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
      if (EARNS.contains(words.key(i))) {
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
      if (words.key(i).startsWith("report") || words.key(i).equals("accountable")) {
        return true;
      }
    }
    return false;
  }

  private boolean seeks(RoleSpan span) {
    if (denied(span)) {
      return false;
    }
    boolean created = words.key(span.first() - 1).equals("new") && !near(span, ENTERS);
    return (near(span, SEEK) && !before(span, CLOSE, ENTERS)) || created || toAppoint(span);
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

  private boolean near(RoleSpan span, Set<String> cues) {
    for (int i = span.first() - 1;
        i >= 0 && i > span.first() - WINDOW && words.sameSentence(i, span.head());
        i--) {
      if (cues.contains(words.key(i))) {
        return true;
      }
    }
    for (int i = span.last();
        i < words.size() && i < span.last() + WINDOW && words.sameSentence(i, span.head());
        i++) {
      if (cues.contains(words.key(i))) {
        return true;
      }
    }
    return false;
  }
}
