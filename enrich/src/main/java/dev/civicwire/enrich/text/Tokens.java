package dev.civicwire.enrich.text;

import java.util.Set;

/// The tokenizer. It follows the Universal Dependencies' habits, on which the part-of-speech model
/// was trained, but keeps what the model's own tokenizer tears: "162.5k", "DWP's", "a.m.".
final class Tokens {
  private static final Set<String> DOTTED =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "sir", "st", "no", "nos", "cllr", "rev", "hon", "gen",
          "col", "lt", "sgt", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
          "nov", "dec", "approx", "inc", "ltd", "co", "corp", "dept", "vs", "etc", "fig", "ref",
          "ext", "tel", "est", "vol", "jr", "sr", "messrs", "max", "min", "incl", "excl");

  private Tokens() {}

  /// True where a full stop after `word` belongs to it. `word` is in lower case.
  static boolean keepsDot(String word) {
    return DOTTED.contains(word) || (word.length() == 1 && Character.isLetter(word.charAt(0)));
  }

  /// The end of the token that starts at `i`, which is no space.
  static int end(String text, int i, int limit) {
    char c = text.charAt(i);
    if (isWord(c)) {
      return wordEnd(text, i, limit);
    }
    if (c == '\'' && i + 1 < limit) {
      return clitic(text, i, limit);
    }
    if (Character.isHighSurrogate(c)
        && i + 1 < limit
        && Character.isLowSurrogate(text.charAt(i + 1))) {
      return i + 2;
    }
    if (c == '.' || c == '-') {
      int end = i + 1;
      while (end < limit && text.charAt(end) == c) {
        end++;
      }
      return end;
    }
    return i + 1;
  }

  private static int clitic(String text, int i, int limit) {
    if (i == 0 || !isWord(text.charAt(i - 1))) {
      return i + 1;
    }
    int end = i + 1;
    while (end < limit && isWord(text.charAt(end))) {
      end++;
    }
    return end - i <= 3 ? end : i + 1;
  }

  private static int wordEnd(String text, int start, int limit) {
    int i = start + 1;
    while (i < limit) {
      char c = text.charAt(i);
      if (isWord(c)) {
        i++;
      } else if (joins(text, start, i, limit)) {
        i += 2;
      } else {
        break;
      }
    }
    return dotted(text, start, i, limit) ? i + 1 : i;
  }

  private static boolean joins(String text, int start, int i, int limit) {
    if (i + 1 >= limit || !isWord(text.charAt(i + 1))) {
      return false;
    }
    char before = text.charAt(i - 1);
    char after = text.charAt(i + 1);
    return switch (text.charAt(i)) {
      case '-' -> !(Character.isDigit(before) && Character.isDigit(after));
      case ',' -> Character.isDigit(before) && Character.isDigit(after);
      case ':', '/' -> Character.isDigit(before) && Character.isDigit(after);
      case '.' ->
          (Character.isDigit(before) && Character.isDigit(after))
              || (Character.isLetter(after)
                  && Character.isLetter(before)
                  && initials(text, start, i));
      case '\'' -> !isClitic(text, i, limit) && Character.isLetter(before);
      case '@', '_', '&' -> true;
      default -> false;
    };
  }

  private static boolean initials(String text, int start, int i) {
    return i - start == 1 || text.charAt(i - 2) == '.';
  }

  private static boolean isClitic(String text, int apostrophe, int limit) {
    int end = apostrophe + 1;
    while (end < limit && end - apostrophe <= 3 && isWord(text.charAt(end))) {
      end++;
    }
    String tail = text.substring(apostrophe + 1, end);
    return switch (tail) {
      case "s", "S", "ll", "re", "ve", "d", "m", "LL", "RE", "VE" -> true;
      default -> false;
    };
  }

  private static boolean dotted(String text, int start, int i, int limit) {
    if (i >= limit || text.charAt(i) != '.' || i - start > 7) {
      return false;
    }
    boolean initials = i - start >= 3 && text.charAt(i - 2) == '.';
    return initials || keepsDot(text.substring(start, i).toLowerCase(java.util.Locale.ROOT));
  }

  static boolean isWord(char c) {
    return Character.isLetterOrDigit(c)
        || c == '%'
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }
}
