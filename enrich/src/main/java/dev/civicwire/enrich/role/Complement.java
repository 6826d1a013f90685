package dev.civicwire.enrich.role;

import dev.civicwire.enrich.gazetteer.Shape;
import dev.civicwire.enrich.gazetteer.Words;
import dev.civicwire.enrich.role.RoleSpan.Sort;
import java.util.Set;

/// How far a title reaches behind its head: `director of digital, data and technology`.
final class Complement {
  private static final int LONGEST = 12;
  private static final int MAX_FIELD = 5;
  private static final Set<String> AT = Set.of("at", "of", "for", "in", "within", "with");
  private static final Set<String> ROLE_STARTS =
      Set.of(
          "chief",
          "head",
          "director",
          "deputy",
          "permanent",
          "interim",
          "acting",
          "former",
          "senior",
          "manager",
          "officer");

  /// Heads whose field stands behind "for": `deputy secretary for digital government`.
  private static final Set<String> FOR_FIELD =
      Set.of("secretary", "commissioner", "manager", "lead");

  /// Whose services a post is of: `director of children's services`.
  private static final Set<String> SERVED =
      Set.of(
          "children",
          "people",
          "women",
          "adult",
          "customer",
          "client",
          "citizen",
          "patient",
          "resident",
          "user",
          "victim",
          "veteran");

  /// A body without its name: `deputy commissioner of the border agency`.
  private static final Set<String> EMPLOYERS =
      Set.of(
          "agency",
          "authority",
          "board",
          "body",
          "commission",
          "council",
          "department",
          "force",
          "ministry",
          "office",
          "organisation",
          "regulator",
          "service",
          "trust",
          "university");

  /// What opens a spell of time behind "for".
  private static final Set<String> SPELLS =
      Set.of(
          "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "last", "past", "next",
          "year", "month", "week", "decade", "years", "months", "weeks", "two", "three", "four",
          "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "more", "nearly",
          "almost", "about", "good", "now", "most", "some");

  private final RoleLexicon lexicon;

  Complement(RoleLexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// The span with what follows it, and the body it belongs to.
  RoleSpan extend(Scene scene, RoleSpan span) {
    Words words = scene.words();
    int link = span.last();
    String key = words.key(link);
    RoleSpan extended = span;
    boolean goesOn = takes(span.sort(), key) && !isSpell(words, link);
    if (goesOn && words.sameSentence(span.head(), link + 1)) {
      extended = behindLink(scene, span, link);
    } else if (takesField(scene, span)) {
      extended = span.to(fieldEnd(words, span.last()));
    } else if ((key.equals(",") || key.equals("-") || isColon(words, link))
        && sortTakesComma(span, words)) {
      int end = phrase(scene, link + 1, true);
      boolean closed = heading(words, span) || endsSentence(words, end);
      boolean about =
          closed
              && lexicon.domain(words.key(link + 1))
              && words.capital(link + 1)
              && !words.key(link + 1).equals("government");
      if (about && end > link + 1 && closes(words, end)) {
        extended = span.to(end);
      }
    }
    return extended.body().isPresent() ? extended : bodyBehind(scene, extended);
  }

  /// `Director: Digital Platforms`, as titles are written in South Africa.
  private static boolean isColon(Words words, int i) {
    return words.key(i).equals(":")
        && words.touchesPrevious(i)
        && words.line(i) == words.line(i + 1);
  }

  /// `general manager artificial intelligence`, as titles are written in Australia and New Zealand:
  /// two words of a field or more right behind the head, then a mark or a word of another sort.
  private boolean takesField(Scene scene, RoleSpan span) {
    Words words = scene.words();
    String before = words.key(span.head() - 1);
    boolean ranked =
        span.sort() == Sort.DIRECTOR
            || (span.first() < span.head()
                && (before.equals("general") || before.equals("group") || before.equals("deputy")));
    int end = fieldEnd(words, span.last());
    boolean stops =
        end >= words.size()
            || !words.sameSentence(span.head(), end)
            || words.shape(end) == Shape.MARK
            || lexicon.stop(words.key(end));
    boolean general = words.key(span.last() - 1).equals("general") || before.equals("general");
    return ranked && !span.plural() && end - span.last() >= (general ? 1 : 2) && stops;
  }

  private int fieldEnd(Words words, int from) {
    int end = from;
    while (end < from + MAX_FIELD
        && words.sameSentence(from - 1, end)
        && isOfField(words, from, words.key(end).equals("and") && end > from ? end + 1 : end)) {
      end += words.key(end).equals("and") ? 2 : 1;
    }
    return end;
  }

  /// A word of the field, behind one that is surely of it.
  private boolean isOfField(Words words, int from, int i) {
    String key = words.key(i);
    boolean word = words.shape(i) != Shape.MARK && words.shape(i) != Shape.NUMBER;
    boolean plain = words.shape(i) == Shape.LOWER && !key.endsWith("ed") && !key.endsWith("ing");
    return word
        && !lexicon.stop(key)
        && !key.equals("of")
        && !key.equals("for")
        && !key.equals("and")
        && (lexicon.domain(key) || (i > from && plain));
  }

  /// `for the fourth year`, `for a second time`, `for good`: how long, and no field.
  private static boolean isSpell(Words words, int link) {
    if (!words.key(link).equals("for")) {
      return false;
    }
    String next = words.key(link + 1);
    boolean article = next.equals("the") || next.equals("a");
    return SPELLS.contains(article ? words.key(link + 2) : next);
  }

  private static boolean takes(Sort sort, String link) {
    return switch (sort) {
      case DIRECTOR, HEAD_OF -> link.equals("of") || link.equals("for");
      case FIXED -> link.equals("of") || link.equals("for");
      case PROFESSION ->
          link.equals("of") || link.equals("to") || link.equals("on") || link.equals("for");
      case CHIEF -> link.equals("of") || link.equals("for") || link.equals("to");
      case SECRETARY -> link.equals("of") || link.equals("for") || link.equals("to");
      case ACRONYM, TITLE_LINE -> link.equals("of") || link.equals("for");
    };
  }

  private static boolean sortTakesComma(RoleSpan span, Words words) {
    boolean ofUnit = span.sort() == Sort.CHIEF && words.key(span.head() + 1).equals("of");
    boolean general =
        span.sort() == Sort.PROFESSION
            && words.key(span.head()).equals("manager")
            && words.key(span.head() - 1).equals("general");
    return ((ofUnit || general) && words.capital(span.head()))
        || (span.sort() == Sort.DIRECTOR && words.capital(span.head()))
        || (span.sort() == Sort.SECRETARY && words.capital(span.head()))
        || (span.sort() == Sort.HEAD_OF && words.capital(span.head()));
  }

  private static boolean heading(Words words, RoleSpan span) {
    return words.lineLast(span.head()) - words.lineFirst(span.head()) <= 24;
  }

  /// `… reports to the Director, Platforms.`
  private static boolean endsSentence(Words words, int end) {
    return end >= words.size()
        || words.startsLine(end)
        || words.key(end).equals(".")
        || words.key(end).equals(";");
  }

  private static boolean closes(Words words, int end) {
    return end >= words.size()
        || words.startsLine(end)
        || words.shape(end) == Shape.MARK
        || words.shape(end) == Shape.LOWER;
  }

  private RoleSpan behindLink(Scene scene, RoleSpan span, int link) {
    Words words = scene.words();
    int from = words.key(link + 1).equals("the") ? link + 2 : link + 1;
    if (words.key(from).equals("its") || words.key(from).equals("their")) {
      return span;
    }
    if (scene.body(from) != Scene.NONE) {
      RoleSpan owned = span.of(scene.body(from));
      boolean whole = span.sort() == Sort.HEAD_OF || words.key(link).equals("to");
      return whole ? owned.to(scene.bodyEnd(from)) : owned;
    }
    if (!extendsTitle(span, words, link) || scene.person(from) != Scene.NONE) {
      return span;
    }
    int end = phrase(scene, from, false);
    boolean name =
        span.sort() == Sort.PROFESSION
            && words.shape(span.head()) == Shape.LOWER
            && words.capital(from)
            && !lexicon.domain(words.key(from));
    boolean employer =
        span.sort() == Sort.PROFESSION
            && end > from
            && words.shape(end - 1) == Shape.LOWER
            && EMPLOYERS.contains(words.key(end - 1));
    return end > from && !name && !employer ? span.to(end) : span;
  }

  private boolean extendsTitle(RoleSpan span, Words words, int link) {
    return switch (span.sort()) {
      case DIRECTOR, HEAD_OF -> true;
      case SECRETARY, FIXED -> false;
      case PROFESSION ->
          words.key(link).equals("for")
              ? FOR_FIELD.contains(words.key(span.head()))
                  && lexicon.domain(words.key(link + 1))
                  && !span.plural()
              : words.key(link).equals("of")
                  && Set.of(
                          "professor",
                          "commissioner",
                          "manager",
                          "director",
                          "lecturer",
                          "registrar",
                          "controller")
                      .contains(words.key(span.head()));
      case CHIEF, ACRONYM, TITLE_LINE -> false;
    };
  }

  /// `… at the BODY`, `…, BODY`.
  private static RoleSpan bodyBehind(Scene scene, RoleSpan span) {
    Words words = scene.words();
    int i = span.last();
    if (words.key(i).equals("(")) {
      int close = i + 1;
      while (close < i + 4 && !words.key(close).equals(")")) {
        close++;
      }
      i = words.key(close).equals(")") ? close + 1 : i;
    }
    if (AT.contains(words.key(i)) || words.key(i).equals(",") || words.key(i).equals("-")) {
      i++;
      if (words.key(i).equals("the") || words.key(i).equals("its")) {
        i++;
      }
    }
    boolean same =
        i < words.size()
            && (words.sameSentence(span.head(), i) || words.line(i) == words.line(span.head()) + 1);
    return same
            && i > span.last()
            && scene.body(i) != Scene.NONE
            && words.sameSentence(span.head(), i)
        ? span.of(scene.body(i))
        : span;
  }

  /// The end of the noun phrase at `from`.
  int phrase(Scene scene, int from, boolean capitals) {
    Words words = scene.words();
    int end = from;
    int unknown = 0;
    int limit = Math.min(words.size(), from + LONGEST);
    while (end < limit && words.sameSentence(from, end)) {
      int next = step(scene, from, end, capitals);
      if (next == end) {
        break;
      }
      boolean strange =
          next == end + 1 && !lexicon.domain(words.key(end)) && words.shape(end) == Shape.LOWER;
      // A title written with capitals ends where they end: `Head of Data Engineering turns …`.
      if (strange && (words.capital(from) || ++unknown > 1)) {
        break;
      }
      end = next;
    }
    return end;
  }

  private int step(Scene scene, int from, int end, boolean capitals) {
    Words words = scene.words();
    String key = words.key(end);
    if (content(scene, end, capitals)) {
      return end + 1;
    }
    if (end == from) {
      return end;
    }
    boolean nextFits =
        content(scene, end + 1, capitals)
            && words.sameSentence(from, end + 1)
            && !ROLE_STARTS.contains(words.key(end + 1));
    if (key.equals("and")
        && nextFits
        && (lexicon.domain(words.key(end + 1))
            || words.capital(end + 1)
            || closesList(scene, end))) {
      return end + 2;
    }
    if (key.equals(",") && nextFits && listGoesOn(scene, end + 1, capitals)) {
      return end + 2;
    }
    if ((key.equals("of") || key.equals("for") || key.equals("in"))
        && nextFits
        && words.capital(end + 1)
        && !scene.place(end + 1)) {
      return end + 2;
    }
    if (key.equals("'s") && nextFits && SERVED.contains(words.key(end - 1))) {
      return end + 2;
    }
    if ((key.equals("-") || key.equals("/")) && nextFits && words.touchesPrevious(end)) {
      return end + 2;
    }
    return end;
  }

  /// `director of data and geography, at …`: one strange word behind a field, and then a mark.
  private boolean closesList(Scene scene, int and) {
    Words words = scene.words();
    int next = and + 2;
    boolean ends =
        next >= words.size()
            || !words.sameSentence(and, next)
            || words.shape(next) == Shape.MARK
            || words.key(next).equals("at")
            || words.key(next).equals("who");
    return ends && lexicon.domain(words.key(and - 1)) && words.shape(and + 1) == Shape.LOWER;
  }

  private boolean listGoesOn(Scene scene, int i, boolean capitals) {
    Words words = scene.words();
    if (!lexicon.domain(words.key(i))) {
      return false;
    }
    int limit = Math.min(words.size(), i + 7);
    for (int at = i; at < limit && words.sameSentence(i, at); at++) {
      if (words.key(at).equals("and")) {
        return at > i && lexicon.domain(words.key(at + 1));
      }
      if (!content(scene, at, capitals) && !words.key(at).equals(",")) {
        return false;
      }
    }
    return false;
  }

  /// `Head of Design Amaryllis Quaye`: two strange words at the end are the holder's name.
  private boolean isNameBehind(Words words, int i) {
    boolean behind = lexicon.domain(words.key(i - 1)) && words.capital(i - 1);
    boolean two =
        isStrange(words, i) && isStrange(words, i + 1) && words.sameSentence(i - 1, i + 1);
    boolean ends = i + 2 >= words.size() || !words.sameSentence(i, i + 2) || !words.capital(i + 2);
    return behind && two && ends;
  }

  private boolean isStrange(Words words, int i) {
    return i < words.size()
        && words.shape(i) == Shape.CAPITALISED
        && !lexicon.domain(words.key(i))
        && !lexicon.grade(words.key(i))
        && !lexicon.stop(words.key(i))
        && !lexicon.head(words.key(i));
  }

  /// `head of the civil service cites the importance`: a verb between a noun and an article.
  private static boolean isVerb(Words words, int i) {
    boolean form = words.key(i).endsWith("s") && !words.key(i).endsWith("ss");
    return form
        && words.sameSentence(i, i + 1)
        && switch (words.key(i + 1)) {
          case "the", "a", "an", "its", "his", "her", "their", "how", "why", "whether" -> true;
          default -> false;
        };
  }

  private boolean content(Scene scene, int i, boolean capitals) {
    Words words = scene.words();
    if (i >= words.size()
        || scene.named(i)
        || words.shape(i) == Shape.MARK
        || words.shape(i) == Shape.NUMBER) {
      return false;
    }
    String key = words.key(i);
    if (words.capital(i)) {
      if (!lexicon.domain(key)
          && words.shape(i) == Shape.CAPITALISED
          && words.shape(i - 1) == Shape.LOWER
          && lexicon.domain(words.key(i - 1))) {
        return false;
      }
      if (isNameBehind(words, i)) {
        return false;
      }
      boolean field =
          lexicon.domain(key) && words.capital(i + 1) && lexicon.domain(words.key(i + 1));
      return (!lexicon.stop(key) || field || (key.equals("it") && words.shape(i) == Shape.UPPER))
          && !key.equals("and")
          && !key.equals("of")
          && !key.equals("for")
          && !lexicon.acronymAt(words, i).isPresent();
    }
    if (capitals
        || lexicon.stop(key)
        || isVerb(words, i)
        || key.equals("and")
        || key.equals("of")
        || key.equals("for")
        || (lexicon.hiring(key) && !lexicon.domain(key))) {
      return false;
    }
    return lexicon.domain(key)
        || (!key.endsWith("ed") && !key.endsWith("ly") && !key.endsWith("ing") && key.length() > 2);
  }
}
