package dev.civicwire.enrich.text;

import dev.civicwire.enrich.text.Line.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Parts a text into its non-blank lines.
final class Lines {
  /// A longer line is a paragraph.
  private static final int MAX_HEADING = 90;

  private static final int MAX_HEADING_WORDS = 13;

  /// A longer run before a colon is a clause.
  private static final int MAX_LABEL = 60;

  private static final int MAX_LABEL_WORDS = 7;

  private Lines() {}

  static List<Line> of(String normal) {
    List<Line> lines = new ArrayList<>();
    int from = 0;
    while (from <= normal.length()) {
      int feed = normal.indexOf('\n', from);
      int to = feed < 0 ? normal.length() : feed;
      add(lines, normal, from, to);
      from = to + 1;
    }
    return List.copyOf(lines);
  }

  private static void add(List<Line> lines, String normal, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && normal.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && normal.charAt(end - 1) <= ' ') {
      end--;
    }
    if (start < end) {
      lines.add(new Line(start, end, isHeading(normal, start, end), label(normal, start, end)));
    }
  }

  private static boolean isHeading(String normal, int start, int end) {
    if (end - start > MAX_HEADING) {
      return false;
    }
    char last = normal.charAt(end - 1);
    char first = normal.charAt(start);
    if (last == '.' || last == ',' || last == ';' || last == '!') {
      return false;
    }
    boolean item = first == '-' || first == '*';
    boolean startsBig =
        Character.isUpperCase(first) || Character.isDigit(first) || first == '"' || first == '\'';
    return !item && startsBig && words(normal, start, end) <= MAX_HEADING_WORDS;
  }

  private static int words(String normal, int start, int end) {
    int words = 1;
    for (int i = start + 1; i < end; i++) {
      if (normal.charAt(i) == ' ' && normal.charAt(i - 1) != ' ') {
        words++;
      }
    }
    return words;
  }

  private static Optional<Label> label(String normal, int start, int end) {
    int from = start;
    while (from < end && !Character.isLetterOrDigit(normal.charAt(from))) {
      from++;
    }
    int limit = Math.min(end, from + MAX_LABEL);
    for (int i = from; i < limit; i++) {
      char c = normal.charAt(i);
      boolean bar = c == '|' && i > from;
      if (bar || (c == ':' && !insideTime(normal, i, end))) {
        return labelUpTo(normal, from, i, end);
      }
      if ((c == '.' && i + 1 < end && normal.charAt(i + 1) == ' ') || c == '?' || c == ';') {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean insideTime(String normal, int colon, int end) {
    return colon + 1 < end
        && Character.isDigit(normal.charAt(colon + 1))
        && colon > 0
        && Character.isDigit(normal.charAt(colon - 1));
  }

  private static Optional<Label> labelUpTo(String normal, int from, int colon, int end) {
    int value = colon + 1;
    while (value < end && normal.charAt(value) == ' ') {
      value++;
    }
    String text = normal.substring(from, colon).strip().toLowerCase(Locale.ROOT);
    boolean fits = !text.isEmpty() && words(text, 0, text.length()) <= MAX_LABEL_WORDS;
    return fits ? Optional.of(new Label(text, value, end)) : Optional.empty();
  }
}
