package dev.civicwire.enrich.gazetteer;

import java.util.stream.IntStream;

/// Tells line ends that part two paragraphs from those where a paragraph was wrapped, as in
/// text taken from PDF: there many lines start in lower case.
final class LineBreaks {
  /// What stands between two words.
  enum Kind {
    NONE,
    SOFT,
    HARD
  }

  private static final double WRAPPED_SHARE = 0.15;
  private static final int SHORTEST_FULL_LINE = 36;
  private static final double FULL_SHARE = 0.85;
  private static final double LONG_LINES = 0.9;

  private final String text;
  private final boolean wrapped;
  private final int fullLine;

  private LineBreaks(String text, boolean wrapped) {
    this.text = text;
    this.wrapped = wrapped;
    this.fullLine = wrapped ? Math.max(SHORTEST_FULL_LINE, fullLine(text)) : 0;
  }

  /// How long a line is that was broken because it was full.
  private static int fullLine(String text) {
    int[] lengths = text.lines().mapToInt(String::length).filter(n -> n > 0).sorted().toArray();
    return (int) (lengths[(int) ((lengths.length - 1) * LONG_LINES)] * FULL_SHARE);
  }

  static LineBreaks of(String text) {
    if (text.indexOf('\n') < 0) {
      return new LineBreaks(text, false);
    }
    long lines = text.chars().filter(c -> c == '\n').count();
    long lower =
        IntStream.range(1, text.length())
            .filter(i -> text.charAt(i - 1) == '\n' && Character.isLowerCase(text.charAt(i)))
            .count();
    return new LineBreaks(text, lower > 3 && lower > lines * WRAPPED_SHARE);
  }

  Kind between(int end, int start) {
    int first = -1;
    int count = 0;
    for (int i = end; i < start; i++) {
      if (text.charAt(i) == '\n' || (text.charAt(i) == '\r' && !followedByFeed(i))) {
        first = first < 0 ? i : first;
        count++;
      }
    }
    if (count == 0) {
      return Kind.NONE;
    }
    return count == 1 && wrapped && continues(end, first, start) ? Kind.SOFT : Kind.HARD;
  }

  private boolean followedByFeed(int i) {
    return i + 1 < text.length() && text.charAt(i + 1) == '\n';
  }

  private boolean continues(int end, int lineEnd, int start) {
    char last = text.charAt(end - 1);
    if (last == '.' || last == ':' || last == '?' || last == '!') {
      return false;
    }
    int lineStart = Math.max(0, text.lastIndexOf('\n', lineEnd - 1) + 1);
    boolean full = lineEnd - lineStart >= fullLine;
    char next = text.charAt(start);
    return Character.isLowerCase(next) || (full && Character.isLetterOrDigit(next));
  }
}
