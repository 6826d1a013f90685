package dev.civicwire.enrich.money;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Currency signs, codes and names.
final class Currencies {
  /// Dollars of the body's country.
  static final String DOLLAR = "$";

  /// Letters that say whose dollar it is.
  private static final Map<String, String> DOLLARS =
      Map.of(
          "US", "USD", "AU", "AUD", "A", "AUD", "C", "CAD", "CA", "CAD", "CDN", "CAD", "NZ", "NZD",
          "S", "SGD", "HK", "HKD");

  private static final List<String> CODES =
      List.of(
          "GBP", "EUR", "USD", "AUD", "CAD", "NZD", "CHF", "SEK", "NOK", "DKK", "INR", "ZAR", "SGD",
          "HKD", "JPY");

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("pounds", "GBP"),
          Map.entry("pound", "GBP"),
          Map.entry("pounds sterling", "GBP"),
          Map.entry("sterling", "GBP"),
          Map.entry("quid", "GBP"),
          Map.entry("euros", "EUR"),
          Map.entry("euro", "EUR"),
          Map.entry("us dollars", "USD"),
          Map.entry("australian dollars", "AUD"),
          Map.entry("canadian dollars", "CAD"),
          Map.entry("new zealand dollars", "NZD"),
          Map.entry("dollars", DOLLAR),
          Map.entry("dollar", DOLLAR));

  private Currencies() {}

  static boolean isSign(char c) {
    return c == '£' || c == '€' || c == '$' || c == '₹' || c == '¥';
  }

  static String ofSign(char c) {
    return switch (c) {
      case '£' -> "GBP";
      case '€' -> "EUR";
      case '₹' -> "INR";
      case '¥' -> "JPY";
      default -> DOLLAR;
    };
  }

  /// The start of the letters before the dollar sign at `sign` that name its country, else `sign`.
  static int prefixStart(String text, int sign) {
    int start = sign;
    while (start > 0 && sign - start < 3 && isUpper(text.charAt(start - 1))) {
      start--;
    }
    boolean whole = start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
    return whole && DOLLARS.containsKey(text.substring(start, sign)) ? start : sign;
  }

  static String ofPrefix(String letters) {
    String code = DOLLARS.get(letters);
    return code == null ? DOLLAR : code;
  }

  /// The ISO code that stands at `i` as a word, or the empty string.
  static String codeAt(String text, int i) {
    if (i + 3 > text.length() || !isUpper(text.charAt(i))) {
      return "";
    }
    boolean ends = i + 3 == text.length() || !Character.isLetter(text.charAt(i + 3));
    String word = text.substring(i, i + 3);
    return ends && CODES.contains(word) ? word : "";
  }

  /// The longest currency name that stands at `i` as words, or the empty string.
  static String nameAt(String text, int i) {
    String best = "";
    for (String name : NAMES.keySet()) {
      int end = i + name.length();
      if (name.length() > best.length()
          && text.regionMatches(true, i, name, 0, name.length())
          && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
        best = name;
      }
    }
    return best;
  }

  static String ofName(String name) {
    String code = NAMES.get(name.toLowerCase(Locale.ROOT));
    return code == null ? DOLLAR : code;
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
