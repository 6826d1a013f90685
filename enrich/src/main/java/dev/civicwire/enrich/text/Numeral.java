package dev.civicwire.enrich.text;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// A number read from characters: `1,234.50`, `2.4`, `45000`, or in words, `seven`.
///
/// @param start offset of its first character
/// @param end offset after its last character
/// @param value as it stands, without magnitude
/// @param grouped true where thousands are grouped
/// @param decimals digits after the decimal point
public record Numeral(int start, int end, BigDecimal value, boolean grouped, int decimals) {
  /// A longer run of digits is no amount.
  private static final int MAX_DIGITS = 15;

  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90));

  /// The number whose first digit stands at `start`, or nothing where it is too long for an amount.
  public static Optional<Numeral> at(String text, int start) {
    StringBuilder digits = new StringBuilder();
    int i = digits(text, start, digits);
    boolean grouped = false;
    int indian = i - start <= 2 ? indian(text, i) : i;
    if (indian > i) {
      for (; i < indian; i++) {
        if (isDigit(text.charAt(i))) {
          digits.append(text.charAt(i));
        }
      }
      grouped = true;
    } else if (i - start <= 3) {
      int group = group(text, i);
      while (group > i) {
        digits.append(text, i + 1, group);
        grouped = true;
        i = group;
        group = digits.length() < MAX_DIGITS ? group(text, i) : i;
      }
    }
    int decimals = 0;
    if (i + 1 < text.length() && text.charAt(i) == '.' && isDigit(text.charAt(i + 1))) {
      digits.append('.');
      int end = digits(text, i + 1, digits);
      decimals = end - i - 1;
      i = end;
    }
    boolean fits = i > start && i - start <= MAX_DIGITS + 6 && digits.length() <= MAX_DIGITS;
    return fits
        ? Optional.of(new Numeral(start, i, new BigDecimal(digits.toString()), grouped, decimals))
        : Optional.empty();
  }

  private static int digits(String text, int from, StringBuilder digits) {
    int i = from;
    while (i < text.length() && isDigit(text.charAt(i))) {
      if (digits.length() <= MAX_DIGITS) {
        digits.append(text.charAt(i));
      }
      i++;
    }
    return i;
  }

  /// The end of the groups of `1,77,500` after its first digits: pairs, and three digits at last.
  private static int indian(String text, int from) {
    int i = from;
    while (isPair(text, i)) {
      i += 3;
    }
    int end = group(text, i);
    return i > from && end > i ? end : from;
  }

  private static boolean isPair(String text, int i) {
    return i + 3 < text.length()
        && text.charAt(i) == ','
        && isDigit(text.charAt(i + 1))
        && isDigit(text.charAt(i + 2))
        && text.charAt(i + 3) == ',';
  }

  /// The end of a group of three digits after a comma at `i`, else `i`.
  private static int group(String text, int i) {
    boolean comma = i + 3 < text.length() && text.charAt(i) == ',';
    boolean three =
        comma
            && isDigit(text.charAt(i + 1))
            && isDigit(text.charAt(i + 2))
            && isDigit(text.charAt(i + 3));
    boolean longer = three && i + 4 < text.length() && isDigit(text.charAt(i + 4));
    return three && !longer ? i + 4 : i;
  }

  /// The value of a number word up to ninety-nine, `twenty-seven` among them; in lower case.
  public static Optional<Integer> ofWord(String word) {
    Integer value = WORDS.get(word);
    int hyphen = word.indexOf('-');
    if (value != null || hyphen < 0) {
      return Optional.ofNullable(value);
    }
    Integer tens = WORDS.get(word.substring(0, hyphen));
    Integer ones = WORDS.get(word.substring(hyphen + 1));
    return tens != null && ones != null && tens >= 20 && ones < 10
        ? Optional.of(tens + ones)
        : Optional.empty();
  }

  /// ASCII digits only: [Normal] has mapped the wide ones.
  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
