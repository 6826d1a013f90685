package dev.civicwire.enrich.money;

import java.util.List;
import java.util.Locale;

/// Tells ranges from changes: "has gone up from £128m to £430m" names two amounts and no range.
/// Asked in text order.
final class Changes {
  /// Characters before "from" in which a change is named.
  private static final int MAX_CHANGE = 48;

  private static final List<String> VERBS =
      List.of(
          " up from",
          "down from",
          "rose ",
          "risen",
          "rising from",
          "rises from",
          "goes up",
          "go up",
          "moves from",
          "grow",
          "grew",
          "fell",
          "fallen",
          "dropp",
          "increas",
          "decreas",
          "reduc",
          " cut ",
          "jump",
          "climb",
          "swell",
          "soar",
          "raised",
          "went ",
          "gone ",
          "doubl");

  private final String text;

  /// Where the last sentence ends that told of a change; what it tells further is one too.
  private int end = -1;

  Changes(String text) {
    this.text = text;
  }

  /// True where the amount at `start` is what something changed from.
  boolean startsAt(int start) {
    if (!endsWithFrom(start)) {
      return false;
    }
    if (start <= end) {
      return true;
    }
    String before = text.substring(Math.max(0, start - MAX_CHANGE), start).toLowerCase(Locale.ROOT);
    boolean change = VERBS.stream().anyMatch(before::contains);
    if (change) {
      end = sentenceEnd(start);
    }
    return change;
  }

  private boolean endsWithFrom(int offset) {
    return offset >= 5 && text.regionMatches(true, offset - 5, "from ", 0, 5);
  }

  /// The offset of the next full stop that ends a sentence, or line feed.
  private int sentenceEnd(int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean stop = c == '.' && (i + 1 == text.length() || text.charAt(i + 1) == ' ');
      if (c == '\n' || stop) {
        return i;
      }
    }
    return text.length();
  }
}
