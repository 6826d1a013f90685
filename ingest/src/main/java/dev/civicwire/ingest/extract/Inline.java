package dev.civicwire.ingest.extract;

import java.util.ArrayList;
import java.util.List;

/// Text and counts of the block that is being read.
final class Inline {
  private record Span(int hints, int length) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Span> spans = new ArrayList<>();
  int linkChars;
  int links;
  int boldChars;
  int italicChars;
  int images;
  int cells;

  /// Adds `raw` with its white space folded; returns how many characters that added.
  int append(String raw) {
    int before = text.length();
    int run = 0;
    for (int at = 0; at < raw.length(); at++) {
      char c = raw.charAt(at);
      if (c > ' ' && c < '\u007f') {
        continue;
      }
      boolean space = isSpace(c);
      if (space || isInvisible(c)) {
        text.append(raw, run, at);
        run = at + 1;
        if (space && !endsInSpace()) {
          text.append(' ');
        }
      }
    }
    text.append(raw, run, raw.length());
    return text.length() - before;
  }

  private static boolean isSpace(char c) {
    return c <= ' '
        || c == '\u00a0'
        || (c >= '\u2000' && c <= '\u200a')
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u202f'
        || c == '\u3000';
  }

  /// Soft hyphens, zero-width spaces and marks of direction.
  private static boolean isInvisible(char c) {
    return c == '\u00ad' || c == '\u200b' || c == '\u2060' || c == '\ufeff' || c == '\u200e';
  }

  /// Adds `raw` as it is, for preformatted text.
  int appendPreformatted(String raw) {
    text.append(raw.replace("\r", ""));
    return raw.length();
  }

  /// Adds a line break.
  void lineBreak() {
    trimEnd();
    if (!text.isEmpty()) {
      text.append('\n');
    }
  }

  /// Adds `separator` after what is there, if anything is.
  void separate(String separator) {
    trimEnd();
    if (!text.isEmpty()) {
      text.append(separator);
    }
  }

  /// Whether the text ends in a line break.
  boolean endsInBreak() {
    return !text.isEmpty() && text.charAt(text.length() - 1) == '\n';
  }

  char last() {
    return text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
  }

  /// Whether a colon is the last of it, spaces aside.
  boolean endsInColon() {
    int at = text.length() - 1;
    while (at >= 0 && text.charAt(at) == ' ') {
      at--;
    }
    return at >= 0 && (text.charAt(at) == ':' || text.charAt(at) == '：');
  }

  void span(int hints, int start) {
    spans.add(new Span(hints, text.length() - start));
  }

  int length() {
    return text.length();
  }

  String text() {
    return text.toString().strip();
  }

  /// Hints of the inline elements that span four fifths of a text of `length`, captions also where
  /// several do together.
  int spanningHints(int length) {
    int mask = 0;
    int captions = 0;
    for (Span span : spans) {
      mask |= span.length * 5 >= length * 4 ? span.hints : 0;
      captions += Hint.CAPTION.in(span.hints) ? span.length : 0;
    }
    return captions * 5 >= length * 4 && captions > 0 ? mask | Hint.CAPTION.bit() : mask;
  }

  void clear() {
    text.setLength(0);
    if (text.capacity() > 1 << 16) {
      text.trimToSize();
    }
    spans.clear();
    linkChars = 0;
    links = 0;
    boldChars = 0;
    italicChars = 0;
    images = 0;
    cells = 0;
  }

  private void trimEnd() {
    while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
  }

  private boolean endsInSpace() {
    return text.isEmpty() || text.charAt(text.length() - 1) <= ' ';
  }
}
