package dev.civicwire.enrich.date;

import java.util.Map;

/// Names of months, seasons and weekdays.
final class Months {
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("january", 1),
          Map.entry("february", 2),
          Map.entry("march", 3),
          Map.entry("april", 4),
          Map.entry("may", 5),
          Map.entry("june", 6),
          Map.entry("july", 7),
          Map.entry("august", 8),
          Map.entry("september", 9),
          Map.entry("october", 10),
          Map.entry("november", 11),
          Map.entry("december", 12),
          Map.entry("jan", 1),
          Map.entry("feb", 2),
          Map.entry("mar", 3),
          Map.entry("apr", 4),
          Map.entry("jun", 6),
          Map.entry("jul", 7),
          Map.entry("aug", 8),
          Map.entry("sep", 9),
          Map.entry("sept", 9),
          Map.entry("oct", 10),
          Map.entry("nov", 11),
          Map.entry("dec", 12));

  private static final Map<String, Integer> WEEKDAYS =
      Map.ofEntries(
          Map.entry("monday", 1),
          Map.entry("tuesday", 2),
          Map.entry("wednesday", 3),
          Map.entry("thursday", 4),
          Map.entry("friday", 5),
          Map.entry("saturday", 6),
          Map.entry("sunday", 7),
          Map.entry("mon", 1),
          Map.entry("tue", 2),
          Map.entry("tues", 2),
          Map.entry("wed", 3),
          Map.entry("thu", 4),
          Map.entry("thur", 4),
          Map.entry("thurs", 4),
          Map.entry("fri", 5),
          Map.entry("sat", 6),
          Map.entry("sun", 7));

  private Months() {}

  /// Number of the month named by `word` in lower case; 0 for any other word.
  static int month(String word) {
    Integer month = MONTHS.get(bare(word));
    return month == null ? 0 : month;
  }

  /// ISO number of the weekday named by `word` in lower case; 0 for any other word.
  static int weekday(String word) {
    Integer day = WEEKDAYS.get(bare(word));
    return day == null ? 0 : day;
  }

  /// True for a weekday's full name; "sun" and "sat" are words of their own.
  static boolean isFullWeekday(String word) {
    return word.endsWith("day") && WEEKDAYS.containsKey(word);
  }

  static boolean isSeason(String word) {
    return switch (word) {
      case "spring", "summer", "autumn", "winter" -> true;
      default -> false;
    };
  }

  private static String bare(String word) {
    return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
  }
}
