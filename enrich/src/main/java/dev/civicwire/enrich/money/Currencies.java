package dev.civicwire.enrich.money;

import dev.civicwire.enrich.text.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Currency signs, codes and names, from `currencies.tsv`. Immutable and safe for threads.
final class Currencies {
  /// Dollars of the body's country.
  static final String DOLLAR = "$";

  private static final int COLUMNS = 4;

  /// Currencies whose thousands no dot parts.
  private static final List<String> DECIMAL_DOT = List.of("GBP", "USD", "CAD", "AUD", "NZD", "$");

  private static final Currencies LOADED = new Currencies();

  private final Map<String, BigDecimal> scales = new HashMap<>();
  private final Map<Character, String> signs = new HashMap<>();
  private final Map<String, String> dollars = new HashMap<>();
  private final Map<Character, List<String>> letters = new HashMap<>();
  private final Map<String, String> codesOfLetters = new HashMap<>();
  private final Map<Character, List<String>> names = new HashMap<>();
  private final Map<String, String> codesOfNames = new HashMap<>();

  private Currencies() {
    for (String[] row : Rows.of(Currencies.class, "currencies.tsv", COLUMNS)) {
      scales.put(row[0], new BigDecimal(row[1]));
      for (String sign : cells(row[2])) {
        addSign(sign, row[0]);
      }
      for (String name : cells(row[3])) {
        addName(name, row[0]);
      }
    }
    addName("dollars", DOLLAR);
    addName("dollar", DOLLAR);
    signs.put('$', DOLLAR);
  }

  private static List<String> cells(String cell) {
    return cell.equals("-") ? List.of() : List.of(cell.split(" / "));
  }

  private void addSign(String sign, String code) {
    int last = sign.length() - 1;
    if (last == 0 && !Character.isLetter(sign.charAt(0))) {
      signs.put(sign.charAt(0), code);
    } else if (sign.charAt(last) == '$') {
      dollars.put(sign.substring(0, last), code);
    } else {
      letters.computeIfAbsent(sign.charAt(0), c -> new ArrayList<>()).add(sign);
      codesOfLetters.put(sign, code);
    }
  }

  private void addName(String name, String code) {
    names.computeIfAbsent(name.charAt(0), c -> new ArrayList<>()).add(name);
    codesOfNames.put(name, code);
  }

  static boolean isSign(char c) {
    return c == '$' || (c >= '\u00a2' && LOADED.signs.containsKey(c));
  }

  static String ofSign(char c) {
    String code = LOADED.signs.get(c);
    return code == null ? DOLLAR : code;
  }

  /// How many units pay about what a pound does.
  static BigDecimal scale(String code) {
    BigDecimal scale = LOADED.scales.get(code);
    return scale == null ? BigDecimal.ONE : scale;
  }

  /// True where a dot never parts thousands: `€45.000` but not `£45.000`.
  static boolean hasDecimalDot(String code) {
    return DECIMAL_DOT.contains(code);
  }

  /// The start of the letters before the dollar sign at `sign` that name its country, else `sign`.
  static int prefixStart(String text, int sign) {
    int start = sign;
    while (start > 0 && sign - start < 4 && isPrefix(text.charAt(start - 1))) {
      start--;
    }
    while (start < sign) {
      boolean whole = start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
      if (whole && LOADED.dollars.containsKey(text.substring(start, sign))) {
        return start;
      }
      start++;
    }
    return sign;
  }

  private static boolean isPrefix(char c) {
    return isUpper(c) || c == ' ';
  }

  static String ofPrefix(String letters) {
    String code = LOADED.dollars.get(letters);
    return code == null ? DOLLAR : code;
  }

  /// The letters such as `Rs.` that stand at `i` as a currency's sign, or the empty string.
  static String lettersAt(String text, int i) {
    String best = "";
    for (String sign : LOADED.letters.getOrDefault(text.charAt(i), List.of())) {
      if (sign.length() > best.length() && text.startsWith(sign, i)) {
        best = sign;
      }
    }
    return best;
  }

  static String ofLetters(String letters) {
    String code = LOADED.codesOfLetters.get(letters);
    return code == null ? "" : code;
  }

  /// The ISO code that stands at `i` as a word, or the empty string.
  static String codeAt(String text, int i) {
    if (i + 3 > text.length()
        || !isUpper(text.charAt(i))
        || !isUpper(text.charAt(i + 1))
        || !isUpper(text.charAt(i + 2))) {
      return "";
    }
    boolean ends = i + 3 == text.length() || !Character.isLetter(text.charAt(i + 3));
    String word = text.substring(i, i + 3);
    return ends && LOADED.scales.containsKey(word) ? word : "";
  }

  /// The longest currency name that stands at `i` as words, or the empty string.
  static String nameAt(String text, int i) {
    if (i >= text.length()) {
      return "";
    }
    String best = "";
    char first = Character.toLowerCase(text.charAt(i));
    for (String name : LOADED.names.getOrDefault(first, List.of())) {
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
    String code = LOADED.codesOfNames.get(name.toLowerCase(Locale.ROOT));
    return code == null ? DOLLAR : code;
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
