package dev.civicwire.ingest.url;

import java.util.Locale;

/// RFC 3986 section 6.2.2: an escape of an unreserved character is that character, and the digits
/// of the others are upper case. A lone percent sign is escaped.
final class PercentEncoding {
  private static final int ESCAPE = 3;
  private static final int HEX = 16;

  private PercentEncoding() {}

  static String normalise(String encoded) {
    if (encoded.indexOf('%') < 0) {
      return encoded;
    }
    StringBuilder out = new StringBuilder(encoded.length());
    int i = 0;
    while (i < encoded.length()) {
      char c = encoded.charAt(i);
      if (c != '%') {
        out.append(c);
        i++;
      } else if (isEscape(encoded, i)) {
        append(out, encoded.substring(i, i + ESCAPE));
        i += ESCAPE;
      } else {
        out.append("%25");
        i++;
      }
    }
    return out.toString();
  }

  private static boolean isEscape(String text, int at) {
    return at + ESCAPE <= text.length()
        && Character.digit(text.charAt(at + 1), HEX) >= 0
        && Character.digit(text.charAt(at + 2), HEX) >= 0;
  }

  private static void append(StringBuilder out, String escape) {
    char c = (char) Integer.parseInt(escape.substring(1), HEX);
    if (isUnreserved(c)) {
      out.append(c);
    } else {
      out.append(escape.toUpperCase(Locale.ROOT));
    }
  }

  private static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}
