package dev.civicwire.enrich.date;

import dev.civicwire.enrich.text.Numeral;
import java.time.Month;
import java.time.Year;

/// Days of a month as numbers: `1`, `21st`.
final class DayNumbers {
  private DayNumbers() {}

  /// 1 to 31, or 0 where `word` is no day.
  static int of(String word) {
    int digits = 0;
    while (digits < word.length() && Numeral.isDigit(word.charAt(digits))) {
      digits++;
    }
    boolean whole = digits == word.length() || isOrdinalEnd(word.substring(digits));
    if (digits == 0 || digits > 2 || !whole) {
      return 0;
    }
    int day = Integer.parseInt(word.substring(0, digits));
    return day >= 1 && day <= 31 ? day : 0;
  }

  static boolean isOrdinalEnd(String word) {
    return switch (word) {
      case "st", "nd", "rd", "th" -> true;
      default -> false;
    };
  }

  /// The last day of the month; a year of 0 is none with 29 February.
  static int last(int year, int month) {
    return Month.of(month).length(year != 0 && Year.isLeap(year));
  }

  /// True where the month has the day; a year of 0 is any.
  static boolean exists(int year, int month, int day) {
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= Month.of(month).length(year == 0 || Year.isLeap(year));
  }
}
