package dev.civicwire.enrich.name;

import dev.civicwire.enrich.gazetteer.BodyGazetteer;
import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import java.util.Set;

/// Where a body's name begins, seen from its head: `Leeds` of `Leeds and York Partnership Trust`.
final class NameStart {
  private static final int LONGEST_LEFT = 9;
  private static final Set<String> FIRMS = Set.of("ltd", "limited", "plc", "inc", "llp", "llc");
  private static final Set<String> ARTICLES =
      Set.of(
          "the",
          "a",
          "an",
          "and",
          "with",
          "from",
          "to",
          "by",
          "of",
          "for",
          "supplier",
          "in",
          "at",
          "is",
          "while",
          "but");
  private static final Set<String> INNER =
      Set.of(
          "local", "first", "new", "joint", "general", "labour", "senior", "working", "credit",
          "home");
  private static final Set<String> LISTING =
      Set.of("committee", "ministry", "department", "authority", "board", "trust");
  private static final Set<String> UNITS =
      Set.of("directorate", "group", "division", "branch", "services", "unit");
  private static final Set<String> LEFT_LINKS = Set.of("and", "of", "for", "with", "in", "upon");

  private final HeadWords heads;
  private final BodyGazetteer gazetteer;

  NameStart(HeadWords heads, BodyGazetteer gazetteer) {
    this.heads = heads;
    this.gazetteer = gazetteer;
  }

  /// The first word of the name that ends with the head, or the head where nothing belongs to it.
  int left(Words words, int head) {
    int first = head;
    int limit = Math.max(0, head - LONGEST_LEFT);
    while (first > limit && words.sameSentence(first - 1, first)) {
      int before = first - 1;
      boolean firm = FIRMS.contains(words.key(head)) && !ARTICLES.contains(words.key(before));
      if (words.capital(before) && (firm || !barred(words, before))) {
        first = before;
      } else if (links(words, before, first, head) || owns(words, before, head)) {
        first = before - 1;
      } else {
        break;
      }
    }
    return skipOpening(words, first, head);
  }

  /// `State Auditor's Office`, `Nurses' Union`.
  private static boolean owns(Words words, int mark, int head) {
    String key = words.key(mark);
    boolean named = words.key(head + 1).equals("of") || words.key(head + 1).equals("for");
    boolean office = key.equals("'s") && words.key(head).equals("office") && !named;
    boolean union =
        key.equals("'")
            && (words.key(head).equals("union")
                || words.key(head).equals("association")
                || words.key(head).equals("federation")
                || words.key(head).equals("council"));
    return (office || union) && mark > 0 && words.capital(mark - 1) && words.touchesPrevious(mark);
  }

  private boolean barred(Words words, int i) {
    String key = words.key(i);
    boolean inside =
        INNER.contains(key) && i > 0 && words.capital(i - 1) && words.sameSentence(i - 1, i);
    boolean sector = key.equals("local") && words.key(i + 1).equals("government");
    return key.endsWith("-based")
        || (heads.notInNames(key) && !inside && !sector && !words.surface(i).equals("IT"));
  }

  private boolean links(Words words, int link, int first, int head) {
    String key = words.key(link);
    if (key.equals(",")
        && link > 1
        && (LISTING.contains(words.key(head)) || isUnitOf(words, link, head))
        && hasAnd(words, first, head)) {
      return words.capital(link - 1)
          && !barred(words, link - 1)
          && words.sameSentence(link - 1, link);
    }
    if (link == 0 || (first == head && !key.equals("of"))) {
      return false;
    }
    boolean known =
        LEFT_LINKS.contains(key) || (key.equals("to") && words.key(link - 1).equals("access"));
    return known
        && words.capital(link - 1)
        && words.sameSentence(link - 1, link)
        && !barred(words, link - 1)
        && (heads.suffix(words.key(link - 1)).isEmpty() || healthAndCare(words, link))
        && gazetteer.longest(words, first).filter(m -> m.last() == head + 1).isEmpty()
        && gazetteer.longest(words, link - 1).filter(m -> m.last() == link).isEmpty();
  }

  /// `Digital, Information and Security Directorate`: a unit is named after its fields.
  private boolean isUnitOf(Words words, int comma, int head) {
    return UNITS.contains(words.key(head)) && heads.domain(words.key(comma - 1));
  }

  private static boolean healthAndCare(Words words, int link) {
    String next = words.key(link + 1);
    return words.key(link - 1).equals("health")
        && words.key(link).equals("and")
        && (next.equals("care") || next.equals("social"));
  }

  private static boolean hasAnd(Words words, int first, int head) {
    for (int i = first; i < head; i++) {
      if (words.key(i).equals("and")) {
        return true;
      }
    }
    return false;
  }

  private int skipOpening(Words words, int first, int head) {
    int at = first;
    while (at < head
        && ((barred(words, at) && !FIRMS.contains(words.key(head)))
            || CompanyCues.isCue(words.key(at))
            || words.shape(at) == Shape.NUMBER)) {
      at++;
    }
    return at;
  }
}
