package dev.civicwire.enrich.money;

import java.util.List;
import java.util.Locale;

/// What stands between the amounts of a range: "-", "to", "rising in four steps to".
final class Connectors {
  /// Longest gap between the two amounts of a range, in characters.
  private static final int MAX_GAP = 12;

  private static final List<String> WORDS =
      List.of(
          "rising to",
          "increasing to",
          "up to",
          "through to",
          "to -",
          "to:",
          "to",
          "-",
          "and the maximum",
          "and a maximum of",
          "and maximum",
          "and");

  /// Of these, what may stand behind a comma: "$31.20/hr, up to $44.85/hr".
  private static final List<String> BEHIND_COMMA =
      List.of("up to ", "rising to ", "increasing to ");

  private static final String AND = "and ";

  private static final List<String> LIMITED =
      List.of("and the maximum", "and a maximum", "and maximum");

  private static final List<String> RISES =
      List.of(
          "rising ",
          "increasing ",
          "progressing ",
          "going up ",
          "climbing ",
          "moving ",
          "growing ",
          "extending ",
          "stretching ");

  /// "£45,000 at the first point of the scale to £52,000 at the last".
  private static final List<String> PLACES =
      List.of(
          "on the first ",
          "at the first ",
          "on the lowest ",
          "at the lowest ",
          "on the bottom ",
          "at the bottom ",
          "on the entry ",
          "at entry ",
          "on entry ",
          "on appointment ");

  /// Words for a point of a scale.
  private static final List<String> POINTS =
      List.of("point", "step", "scale", "increment", "spine", "entry", "appointment");

  private static final List<String> LIMITS =
      List.of("a maximum of ", "maximum of ", "a ceiling of ", "around ", "a maximum salary of ");

  /// Characters between such a word and "to".
  private static final int MAX_RISE = 48;

  /// Longest note on a point of a scale, as in "€95,333 (NMAX), €98,385 (LSI1)".
  private static final int MAX_NOTE = 12;

  /// Notes that mark a point of a scale as a long-service increment or its last one.
  private static final List<String> NOTES = List.of("LSI", "NMAX", "MAX", "Max");

  /// Words of a note that says which end of a scale an amount is.
  private static final List<String> STEPS =
      List.of("step", "point", "scp", "level", "grade", "min", "max", "bottom", "top", "entry");

  /// Longest name of a point with its mark, as in "spinal point 12 - ".
  private static final int MAX_POINT = 20;

  private static final String FOOTNOTES = "\u00b9\u00b2\u00b3\u2074*";

  private final String text;

  Connectors(String text) {
    this.text = text;
  }

  /// The offset after a range's connector that starts near `from`; -1 where there is none.
  int end(int from) {
    int i = skipStep(skipBlanks(from));
    if (i - from > MAX_GAP + MAX_NOTE) {
      return -1;
    }
    boolean and = text.regionMatches(true, i, AND, 0, AND.length());
    int risen = and ? slowRise(i + AND.length()) : -1;
    if (risen > 0) {
      return risen;
    }
    for (String word : WORDS) {
      int end = i + word.length();
      if (text.regionMatches(true, i, word, 0, word.length()) && end < text.length()) {
        boolean letters = Character.isLetter(word.charAt(0));
        boolean parted =
            text.charAt(end) == ' ' || text.charAt(end - 1) == ':' || text.charAt(end) == '\n';
        if (!letters || (parted && i > from)) {
          return skipPoint(skipLimit(skipBlanks(end)));
        }
      }
    }
    boolean mark = i < text.length() && (text.charAt(i) == ',' || text.charAt(i) == '(');
    int rise = mark ? skipBlanks(i + 1) : i;
    for (String word : BEHIND_COMMA) {
      if (mark && text.regionMatches(true, rise, word, 0, word.length())) {
        return rise + word.length();
      }
    }
    return slowRise(rise);
  }

  /// True where the connector near `from` is "and".
  boolean isAnd(int from) {
    int i = skipBlanks(from);
    return text.regionMatches(true, i, "and", 0, 3)
        && slowRise(i + AND.length()) < 0
        && LIMITED.stream().noneMatch(and -> text.regionMatches(true, i, and, 0, and.length()));
  }

  /// The offset of the next point of a pay scale behind the one that ends at `from`; -1 where a
  /// scale cannot go on.
  ///
  /// @param loose whether a comma or a mere blank may part points
  int nextPoint(int from, boolean loose) {
    int i = skipNote(skipBlanks(from));
    if (i >= text.length()) {
      return -1;
    }
    char c = text.charAt(i);
    boolean mark = c == '-' || (loose && (c == ',' || c == ';' || c == '/'));
    return mark ? skipBlanks(i + 1) : loose && i > from ? i : -1;
  }

  /// The offset after "(Step 01)" or "(entry level)" behind the lower bound.
  private int skipStep(int from) {
    if (from >= text.length() || text.charAt(from) != '(') {
      return from;
    }
    int close = text.indexOf(')', from, Math.min(text.length(), from + MAX_NOTE + MAX_GAP));
    boolean step =
        STEPS.stream().anyMatch(s -> text.regionMatches(true, from + 1, s, 0, s.length()));
    return step && close > 0 ? skipBlanks(close + 1) : from;
  }

  private int skipNote(int from) {
    if (from >= text.length() || text.charAt(from) != '(') {
      return skipMark(from);
    }
    int limit = Math.min(text.length(), from + MAX_NOTE + 1);
    int close = text.indexOf(')', from, limit);
    return close > 0 ? skipBlanks(close + 1) : from;
  }

  /// The offset after a note without brackets: "€73,861 LSI, €76,380 LSI2", "€125,688\u00b9".
  private int skipMark(int from) {
    int i = from;
    while (i < text.length() && FOOTNOTES.indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    for (String note : NOTES) {
      int end = i + note.length();
      if (text.startsWith(note, i)
          && (end == text.length() || !Character.isLetter(text.charAt(end)))) {
        i = end;
        while (i < text.length() && (Character.isDigit(text.charAt(i)) || text.charAt(i) == '*')) {
          i++;
        }
        return skipBlanks(i);
      }
    }
    return i == from ? from : skipBlanks(i);
  }

  /// "£33,890 rising in four steps to £38,412": the offset after "to"; -1 where nothing rises.
  private int slowRise(int from) {
    boolean rises = starts(RISES, from);
    if (!rises && !starts(PLACES, from)) {
      return -1;
    }
    int limit = Math.min(text.length() - 1, from + MAX_RISE);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == ' ' && text.startsWith(" to ", i)) {
        return rises || namesPoint(from, i) ? skipLimit(i + " to ".length()) : -1;
      }
      if (!Character.isLetterOrDigit(c) && c != ' ' && c != '-') {
        return -1;
      }
    }
    return -1;
  }

  private boolean starts(List<String> phrases, int from) {
    return phrases.stream()
        .anyMatch(word -> text.regionMatches(true, from, word, 0, word.length()));
  }

  /// True where `[from, to)` speaks of a scale of pay; a grant has stages.
  private boolean namesPoint(int from, int to) {
    String words = text.substring(from, to).toLowerCase(Locale.ROOT);
    return POINTS.stream().anyMatch(words::contains);
  }

  /// "£45,000 to a maximum of £52,000".
  private int skipLimit(int from) {
    for (String phrase : LIMITS) {
      if (text.regionMatches(true, from, phrase, 0, phrase.length())) {
        return from + phrase.length();
      }
    }
    return from;
  }

  /// "£19,650 to SCP 9 - £21,269": the offset behind the name of the upper amount's point.
  private int skipPoint(int from) {
    boolean named = STEPS.stream().anyMatch(s -> text.regionMatches(true, from, s, 0, s.length()));
    int limit = Math.min(text.length(), from + MAX_POINT);
    for (int i = from; named && i < limit; i++) {
      char c = text.charAt(i);
      if (Currencies.isSign(c)) {
        return i;
      }
      if (!Character.isLetterOrDigit(c) && " -:(".indexOf(c) < 0) {
        return from;
      }
    }
    return from;
  }

  private int skipBlanks(int from) {
    int i = from;
    int feeds = 0;
    while (i < text.length() && i - from <= MAX_GAP && feeds < 2) {
      char c = text.charAt(i);
      if (c == '\n') {
        feeds++;
      } else if (c != ' ') {
        break;
      }
      i++;
    }
    return i;
  }
}
