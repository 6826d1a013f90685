package dev.civicwire.enrich.role;

import dev.civicwire.contract.RoleValue.Status;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.role.RoleSpan.Sort;
import java.util.OptionalInt;
import java.util.Set;

/// What a sentence says of a post: sought, filled, left, held, or merely named.
final class StatusCues {
  private static final Set<String> SEEK =
      Set.of(
          "recruit", "recruits", "recruiting", "seek", "seeks", "seeking", "sought", "advertise",
          "advertised", "advertises", "advertising", "advert", "advertisement", "hire", "hiring",
          "hires", "wanted", "wants", "looking", "looks", "search", "hunt", "hunting", "vacancy",
          "vacancies", "opening", "needs", "needed", "candidates", "applications", "apply", "contest",
          "listed", "look", "competition", "fill", "posted", "candidate");
  private static final Set<String> TAKE =
      Set.of(
          "appointed", "appoints", "appoint", "named", "names", "becomes", "become", "became", "chosen", "chose",
          "picked", "picks", "joins", "joined", "promoted", "hired", "selected", "confirmed", "takes",
          "taken", "gets", "appointment", "starts", "unveiled", "moves", "moved", "successor", "succeeds",
          "replaces", "post", "given", "arrival", "start");
  private static final Set<String> LEAVE =
      Set.of(
          "leaves", "leaving", "left", "quits", "quit", "resigns", "resigned", "resignation", "departs",
          "departed", "departure", "departing", "retires", "retiring", "outgoing", "steps", "stepping",
          "stepped", "abolished", "abolish", "scrapped", "axed", "exit", "leave", "gone", "away");
  private static final Set<String> PAST =
      Set.of("former", "ex", "formerly", "previously", "previous", "once", "late", "predecessor", "until", "retired");
  private static final Set<String> HELD = Set.of("interim", "acting", "current", "incumbent", "present");
  private static final int WINDOW = 12;

  private final Words words;

  StatusCues(Words words) {
    this.words = words;
  }

  Status of(RoleSpan span, OptionalInt person, boolean advert) {
    if (span.sort() == Sort.TITLE_LINE) {
      return Status.VACANCY;
    }
    String before = words.key(span.first() - 1);
    String before2 = words.key(span.first() - 2);
    if (PAST.contains(before) || before.equals("then") || PAST.contains(before2) && !before.equals(",")) {
      return leaves(span) ? Status.DEPARTING : Status.OTHER;
    }
    if (before.equals("outgoing")) {
      return Status.DEPARTING;
    }
    if (HELD.contains(before)) {
      return Status.INCUMBENT;
    }
    if (reportsTo(span)) {
      return Status.INCUMBENT;
    }
    if (person.isEmpty() && (seeks(span) || before.equals("next"))) {
      return Status.VACANCY;
    }
    if (takes(span, person)) {
      return Status.APPOINTED;
    }
    if (leaves(span)) {
      return Status.DEPARTING;
    }
    return person.isPresent() || !span.plural() && !advert ? Status.INCUMBENT : Status.OTHER;
  }

  private boolean reportsTo(RoleSpan span) {
    for (int i = span.first() - 1; i > span.first() - 5 && words.sameSentence(i, span.head()); i--) {
      if (words.key(i).startsWith("report") || words.key(i).equals("accountable")) {
        return true;
      }
    }
    return false;
  }

  private boolean seeks(RoleSpan span) {
    return near(span, SEEK) || words.key(span.first() - 1).equals("new") && !near(span, TAKE) || toAppoint(span);
  }

  private boolean toAppoint(RoleSpan span) {
    for (int i = span.first() - 1; i > span.first() - WINDOW && words.sameSentence(i, span.head()); i--) {
      if ((words.key(i).equals("appoint") || words.key(i).equals("creating") || words.key(i).equals("create") || words.key(i).equals("created")) ) {
        return true;
      }
    }
    return false;
  }

  private boolean takes(RoleSpan span, OptionalInt person) {
    String before = words.key(span.first() - 1);
    if (before.equals("new") && person.isPresent()) {
      return true;
    }
    return near(span, TAKE);
  }

  private boolean leaves(RoleSpan span) {
    return near(span, LEAVE);
  }

  private boolean near(RoleSpan span, Set<String> cues) {
    for (int i = span.first() - 1; i >= 0 && i > span.first() - WINDOW && words.sameSentence(i, span.head()); i--) {
      if (cues.contains(words.key(i))) {
        return true;
      }
    }
    for (int i = span.last(); i < words.size() && i < span.last() + WINDOW && words.sameSentence(i, span.head()); i++) {
      if (cues.contains(words.key(i))) {
        return true;
      }
    }
    return false;
  }
}
