package dev.civicwire.enrich.money;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The time an amount covers, as it stands right behind it: "a year", "per annum", "/hour",
/// "-a-year".
final class PayUnits {
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("year", "year"),
          Map.entry("yr", "year"),
          Map.entry("yr.", "year"),
          Map.entry("annum", "year"),
          Map.entry("month", "month"),
          Map.entry("week", "week"),
          Map.entry("day", "day"),
          Map.entry("hour", "hour"),
          Map.entry("hr", "hour"),
          Map.entry("hr.", "hour"),
          Map.entry("hourly", "hour"),
          Map.entry("fortnight", "fortnight"));

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("annually", "year"),
          Map.entry("yearly", "year"),
          Map.entry("p.a.", "year"),
          Map.entry("p.a", "year"),
          Map.entry("pa", "year"),
          Map.entry("annual", "year"),
          Map.entry("monthly", "month"),
          Map.entry("pcm", "month"),
          Map.entry("weekly", "week"),
          Map.entry("pw", "week"),
          Map.entry("daily", "day"),
          Map.entry("pd", "day"),
          Map.entry("hourly", "hour"),
          Map.entry("ph", "hour"),
          Map.entry("lpa", "year"),
          Map.entry("biweekly", "fortnight"),
          Map.entry("fortnightly", "fortnight"),
          Map.entry("semimonthly", "fortnight"));

  /// Written without a gap too: `£600pd`.
  private static final Set<String> SHORT = Set.of("pa", "pd", "ph", "pw", "pcm", "p.a.", "p.a");

  private static final List<String> FORTNIGHTLY =
      List.of("bi-weekly", "bi weekly", "semi-monthly", "semi monthly", "every two weeks");

  /// Characters before an amount in which its time may be named.
  private static final int MAX_BEFORE = 60;

  private static final Pattern PAY_BY_TIME =
      Pattern.compile(
          "(?i)\\b(monthly|hourly|daily|weekly|annual|yearly|day|hour) (?:\\w+ ){0,2}"
              + "(?:salary|pay|rate|wage|remuneration|stipend)\\b[^\\d.;]{0,24}$");

  private static final int MAX_UNIT = 12;

  private static final List<String> LINKS = List.of("a", "an", "per", "each", "every", "by the");

  private PayUnits() {}

  /// A unit and the offset after its words.
  record Unit(String name, int end) {}

  /// The unit that starts at or one space or hyphen after `offset`.
  static Optional<Unit> after(String text, int offset) {
    int i = skipGap(text, offset);
    if (i < text.length() && text.charAt(i) == '(') {
      i = skipGap(text, i + 1);
    }
    if (i < text.length() && text.charAt(i) == '/') {
      int unit = skipGap(text, i + 1);
      return named(UNITS, text, unit).or(() -> named(WORDS, text, unit));
    }
    for (String phrase : FORTNIGHTLY) {
      if (i > offset && text.regionMatches(true, i, phrase, 0, phrase.length())) {
        return Optional.of(new Unit("fortnight", i + phrase.length()));
      }
    }
    for (String link : LINKS) {
      int end = i + link.length();
      if (text.regionMatches(true, i, link, 0, link.length())
          && end < text.length()
          && isGap(text.charAt(end))) {
        Optional<Unit> unit = named(UNITS, text, skipGap(text, end));
        if (unit.isPresent()) {
          return unit;
        }
      }
    }
    Optional<Unit> unit = named(WORDS, text, i);
    boolean glued = unit.isPresent() && SHORT.contains(text.substring(i, unit.get().end()));
    return i > offset || offset == 0 || glued ? unit : Optional.empty();
  }

  /// The unit that the words before `offset` name: "the monthly basic salary is".
  static Optional<String> before(String text, int offset) {
    String words = text.substring(Math.max(0, offset - MAX_BEFORE), offset);
    int stop = Math.max(words.lastIndexOf('\n'), words.lastIndexOf(". "));
    Matcher matcher = PAY_BY_TIME.matcher(words.substring(stop + 1));
    return matcher.find()
        ? Optional.of(unit(matcher.group(1).toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  private static String unit(String word) {
    return WORDS.getOrDefault(word, word);
  }

  private static Optional<Unit> named(Map<String, String> names, String text, int start) {
    int end = start;
    int limit = Math.min(text.length(), start + MAX_UNIT);
    while (end < limit && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '.')) {
      end++;
    }
    String word = text.substring(start, end).toLowerCase(Locale.ROOT);
    String unit = names.get(word);
    if (unit == null && word.endsWith(".")) {
      end--;
      unit = names.get(word.substring(0, word.length() - 1));
    }
    boolean whole = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
    return unit != null && whole ? Optional.of(new Unit(unit, end)) : Optional.empty();
  }

  private static int skipGap(String text, int from) {
    int i = from;
    while (i < text.length() && i - from < 2 && isGap(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isGap(char c) {
    return c == ' ' || c == '-';
  }
}
