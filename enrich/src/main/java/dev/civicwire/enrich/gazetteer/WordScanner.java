package dev.civicwire.enrich.gazetteer;

import java.util.Arrays;

/// Cuts a text into words and single marks in one pass.
final class WordScanner {
  private final String text;
  private int[] starts;
  private int[] ends;
  private int count;

  private WordScanner(String text) {
    this.text = text;
    this.starts = new int[text.length() / 5 + 8];
    this.ends = new int[starts.length];
  }

  static Words scan(String text, Words.Maker maker) {
    WordScanner scanner = new WordScanner(text);
    scanner.run();
    return maker.make(
        text,
        Arrays.copyOf(scanner.starts, scanner.count),
        Arrays.copyOf(scanner.ends, scanner.count));
  }

  private void run() {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (isWord(c)) {
        int end = wordEnd(i);
        add(i, end);
        i = end;
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        i++;
      } else if (c == '\'' && possessive(i)) {
        add(i, i + 2);
        i += 2;
      } else {
        int end = i + Character.charCount(text.codePointAt(i));
        add(i, end);
        i = end;
      }
    }
  }

  private void add(int start, int end) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    starts[count] = start;
    ends[count++] = end;
  }

  private int wordEnd(int start) {
    int i = start + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (isWord(c)) {
        i++;
      } else if (i + 1 < text.length() && isWord(text.charAt(i + 1)) && joins(start, i, c)) {
        i += 2;
      } else {
        break;
      }
    }
    return i;
  }

  private boolean joins(int start, int i, char c) {
    return switch (c) {
      case '\'' -> Character.isLetter(text.charAt(i - 1)) && !possessive(i);
      case '-' -> Character.isLetterOrDigit(text.charAt(i - 1));
      case '&' ->
          Character.isUpperCase(text.charAt(i - 1)) && Character.isUpperCase(text.charAt(i + 1));
      case '.' -> joinsDot(start, i);
      case ',' -> Character.isDigit(text.charAt(i - 1)) && Character.isDigit(text.charAt(i + 1));
      default -> false;
    };
  }

  /// `GOV.UK`, `U.S`, `Public.io`, `2.5`, but not `process.What` where a space was lost.
  private boolean joinsDot(int start, int i) {
    char next = text.charAt(i + 1);
    if (Character.isDigit(text.charAt(i - 1)) || Character.isDigit(next)) {
      return Character.isDigit(text.charAt(i - 1)) && Character.isDigit(next);
    }
    if (Character.isUpperCase(next)) {
      return Character.isUpperCase(text.charAt(i - 1)) || i - start == 1;
    }
    int end = i + 1;
    while (end < text.length() && end - i < 6 && Character.isLowerCase(text.charAt(end))) {
      end++;
    }
    return end - i <= 5;
  }

  /// `'s` at the end of a word.
  private boolean possessive(int i) {
    return i > 0
        && Character.isLetterOrDigit(text.charAt(i - 1))
        && i + 1 < text.length()
        && (text.charAt(i + 1) == 's' || text.charAt(i + 1) == 'S')
        && (i + 2 == text.length() || !isWord(text.charAt(i + 2)));
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c)
        || (Character.isSurrogate(c) && Character.isLetter(c))
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
