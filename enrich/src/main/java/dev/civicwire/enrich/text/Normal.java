package dev.civicwire.enrich.text;

/// One-to-one normalisation: the result has the length of its input, so offsets hold in both.
final class Normal {
  private Normal() {}

  /// `text` with dashes, quotes, spaces and line ends in their plain ASCII forms.
  static String of(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (c < 0x20 || c > 0x7e) {
        boolean beforeLineFeed = i + 1 < chars.length && chars[i + 1] == '\n';
        chars[i] = c == '\r' ? (beforeLineFeed ? ' ' : '\n') : plain(c);
      }
    }
    return new String(chars);
  }

  private static char plain(char c) {
    return switch (c) {
      case '\n', '\u000b', '\f', '\u0085', '\u2028', '\u2029' -> '\n';
      case '\u2018', '\u2019', '\u201a', '\u201b', '\u02bc', '\u2032', '\u00b4' -> '\'';
      case '\u201c', '\u201d', '\u201e', '\u201f', '\u00ab', '\u00bb', '\u2033' -> '"';
      case '\u2010',
          '\u2011',
          '\u2012',
          '\u2013',
          '\u2014',
          '\u2015',
          '\u2212',
          '\ufe58',
          '\uff0d' ->
          '-';
      case '\t', '\u00a0', '\u1680', '\u202f', '\u205f', '\u3000', '\u200b', '\ufeff' -> ' ';
      case '\uffe1', '\u20a4' -> '£';
      case '\u2022', '\u25cf', '\u25aa', '\u2023', '\u00b7' -> '*';
      default -> wide(c);
    };
  }

  private static char wide(char c) {
    if (c >= '\u2000' && c <= '\u200a') {
      return ' ';
    }
    if (c >= '\uff10' && c <= '\uff19') {
      return (char) ('0' + (c - '\uff10'));
    }
    return c < 0x20 ? ' ' : c;
  }
}
