package dev.civicwire.ingest.url;

import java.util.Optional;

/// An HTTP address that is already in the form that is asked for, as most are: a host of ASCII
/// letters, digits and hyphens in lower case, no user, no default port, no escapes, dot segments,
/// query or fragment. Told in one pass, so that the parser is left to the others.
///
/// @param text the whole address
/// @param hostEnd index after the host
/// @param pathStart index of the path's first slash
record PlainUrl(String text, int hostStart, int hostEnd, int pathStart) {
  private static final int MAX_HOST = 253;
  private static final int MAX_LABEL = 63;
  private static final int MAX_PORT_DIGITS = 5;
  private static final int MAX_PORT = 65_535;
  private static final int QUAD = 4;
  private static final int MAX_BYTE_DIGITS = 3;
  private static final int MAX_BYTE = 255;

  /// `url` where it is plain; empty where a parser has to tell.
  static Optional<PlainUrl> of(String url) {
    int hostStart = url.startsWith("https://") ? 8 : url.startsWith("http://") ? 7 : -1;
    int hostEnd = hostStart < 0 ? -1 : hostEnd(url, hostStart);
    int pathStart = hostEnd < 0 ? -1 : pathStart(url, hostStart, hostEnd);
    return pathStart >= 0 && isPlainPath(url, pathStart)
        ? Optional.of(new PlainUrl(url, hostStart, hostEnd, pathStart))
        : Optional.empty();
  }

  String host() {
    return text.substring(hostStart, hostEnd);
  }

  String origin() {
    return text.substring(0, pathStart);
  }

  String path() {
    return text.substring(pathStart);
  }

  /// Where the host ends; -1 where it is not plain.
  private static int hostEnd(String url, int start) {
    int label = start;
    int i = start;
    for (; i < url.length() && isHostCharacter(url.charAt(i)); i++) {
      if (url.charAt(i) == '.') {
        if (!isPlainLabel(url, label, i)) {
          return -1;
        }
        label = i + 1;
      }
    }
    if (i - start > MAX_HOST || !isPlainLabel(url, label, i)) {
      return -1;
    }
    // A host that ends in a number is an address in whatever form.
    return isLetter(url.charAt(label)) || isQuad(url, start, i) ? i : -1;
  }

  /// Labels such as `xn--…` have a meaning of their own.
  private static boolean isPlainLabel(String url, int from, int to) {
    return to > from && to - from <= MAX_LABEL && !url.startsWith("--", from + 2);
  }

  /// Four decimal numbers without leading zeros.
  private static boolean isQuad(String url, int start, int end) {
    int numbers = 0;
    for (int from = start; from <= end; numbers++) {
      int dot = url.indexOf('.', from, end);
      int to = dot < 0 ? end : dot;
      if (!isByte(url, from, to)) {
        return false;
      }
      from = to + 1;
    }
    return numbers == QUAD;
  }

  private static boolean isByte(String url, int from, int to) {
    int digits = to - from;
    if (digits == 0 || digits > MAX_BYTE_DIGITS || (digits > 1 && url.charAt(from) == '0')) {
      return false;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      if (!isDigit(url.charAt(i))) {
        return false;
      }
      value = value * 10 + url.charAt(i) - '0';
    }
    return value <= MAX_BYTE;
  }

  /// Where the path starts, behind a port if there is one; -1 where it is not plain.
  private static int pathStart(String url, int hostStart, int hostEnd) {
    if (hostEnd < url.length() && url.charAt(hostEnd) == '/') {
      return hostEnd;
    }
    if (hostEnd == url.length() || url.charAt(hostEnd) != ':') {
      return -1;
    }
    int i = hostEnd + 1;
    while (i < url.length() && isDigit(url.charAt(i))) {
      i++;
    }
    int digits = i - hostEnd - 1;
    boolean plain =
        digits > 0
            && digits <= MAX_PORT_DIGITS
            && url.charAt(hostEnd + 1) != '0'
            && i < url.length()
            && url.charAt(i) == '/';
    if (!plain) {
      return -1;
    }
    int port = Integer.parseInt(url.substring(hostEnd + 1, i));
    int standard = hostStart == "https://".length() ? 443 : 80;
    return port <= MAX_PORT && port != standard ? i : -1;
  }

  private static boolean isPlainPath(String url, int start) {
    for (int i = start; i < url.length(); i++) {
      char c = url.charAt(i);
      if (!isPathCharacter(c) || (c == '/' && isDotSegment(url, i + 1))) {
        return false;
      }
    }
    return true;
  }

  /// Whether the segment that starts there is `.` or `..`.
  private static boolean isDotSegment(String url, int start) {
    int i = start;
    while (i < url.length() && url.charAt(i) == '.') {
      i++;
    }
    return i > start && i - start <= 2 && (i == url.length() || url.charAt(i) == '/');
  }

  private static boolean isHostCharacter(char c) {
    return (c >= 'a' && c <= 'z') || isDigit(c) || c == '-' || c == '.';
  }

  private static boolean isPathCharacter(char c) {
    return isLetter(c)
        || (c >= 'A' && c <= 'Z')
        || isDigit(c)
        || c == '/'
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~'
        || c == ','
        || c == '+'
        || c == '=';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
