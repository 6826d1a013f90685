package dev.civicwire.enrich.date;

import dev.civicwire.enrich.date.DateMention.Form;
import dev.civicwire.enrich.text.Numeral;
import dev.civicwire.enrich.text.Words;
import java.time.LocalDate;
import java.util.Optional;

/// Dates in figures: `12/09/2025`, `12.09.25`, `2025-09-12`, `2025/26`.
final class NumericDates {
  /// No name of a month is longer.
  private static final int MAX_PART = 10;

  private static final long NEAR_DAYS = 60;

  private NumericDates() {}

  /// The offset after the three parts that one mark joins at `start`; `start` where none stand
  /// there.
  static int end(String text, int start) {
    int first = partEnd(text, start);
    if (first >= text.length() || "-/.".indexOf(text.charAt(first)) < 0) {
      return start;
    }
    int second = partEnd(text, first + 1);
    boolean joined = second < text.length() && text.charAt(second) == text.charAt(first);
    int third = joined ? digitsEnd(text, second + 1) : start;
    boolean parts = joined && second > first + 1 && third > second + 1;
    boolean ends =
        third >= text.length()
            || !Character.isLetterOrDigit(text.charAt(third))
            || text.charAt(third) == 'T';
    return parts && ends ? third : start;
  }

  private static int partEnd(String text, int from) {
    int i = from;
    while (i < text.length() && i - from < MAX_PART && Character.isLetterOrDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int digitsEnd(String text, int from) {
    int i = from;
    while (i < text.length() && i - from < MAX_PART && Numeral.isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /// The date that `word` is. Day and month stand as in the text, first number as day: the resolver
  /// swaps them by country.
  static Optional<DateMention> of(String word) {
    String[] parts = word.split("[-/.]", -1);
    if (parts.length != 3) {
      return withMonthName(word);
    }
    int[] numbers = new int[3];
    for (int i = 0; i < 3; i++) {
      if (!isNumber(parts[i])) {
        return withMonthName(word);
      }
      numbers[i] = Integer.parseInt(parts[i]);
    }
    if (parts[0].length() == 4) {
      return isYear(numbers[0]) && DayNumbers.exists(numbers[0], numbers[1], numbers[2])
          ? Optional.of(DateMention.of(0, 1, Form.DAY).day(numbers[0], numbers[1], numbers[2]))
          : Optional.empty();
    }
    int year = parts[2].length() == 2 ? 2000 + numbers[2] : numbers[2];
    boolean shaped = parts[0].length() <= 2 && parts[1].length() <= 2 && parts[2].length() >= 2;
    boolean dayFirst = DayNumbers.exists(year, numbers[1], numbers[0]);
    boolean monthFirst = DayNumbers.exists(year, numbers[0], numbers[1]);
    if (!shaped || !isYear(year) || (!dayFirst && !monthFirst)) {
      return Optional.empty();
    }
    return Optional.of(
        DateMention.of(0, 1, Form.DAY).day(year, numbers[1], numbers[0]).numericOrder());
  }

  /// True where only the reading with the month first lies near the day of publication, as dates in
  /// adverts and news do.
  static boolean fitsMonthFirst(DateMention mention, Optional<LocalDate> published) {
    if (!mention.numeric() || published.isEmpty()) {
      return false;
    }
    return isNear(mention.year(), mention.day(), mention.month(), published.get())
        && !isNear(mention.year(), mention.month(), mention.day(), published.get());
  }

  private static boolean isNear(int year, int month, int day, LocalDate published) {
    return DayNumbers.exists(year, month, day)
        && Math.abs(LocalDate.of(year, month, day).toEpochDay() - published.toEpochDay())
            <= NEAR_DAYS;
  }

  /// "10-Mar-26", "04/Sep/2025", "15.Sep.2025".
  private static Optional<DateMention> withMonthName(String word) {
    String[] parts = word.split("[-/.]", -1);
    if (parts.length != 3 || !isNumber(parts[0]) || !isNumber(parts[2])) {
      return Optional.empty();
    }
    int month = Months.month(parts[1]);
    int day = Integer.parseInt(parts[0]);
    int number = Integer.parseInt(parts[2]);
    int year = parts[2].length() == 2 ? 2000 + number : number;
    return month > 0 && isYear(year) && DayNumbers.exists(year, month, day)
        ? Optional.of(DateMention.of(0, 1, Form.DAY).day(year, month, day))
        : Optional.empty();
  }

  /// "2025/26", "2025-26", "2009-10", "FY22".
  static Optional<DateMention> financialYear(Words words, int i) {
    String word = words.word(i);
    int slash = word.indexOf('/');
    int end = words.end(i);
    String first = slash == 4 ? word.substring(0, 4) : word;
    String second = slash == 4 ? word.substring(5) : "";
    if (slash < 0 && words.word(i + 1).equals("-") && i + 2 < words.size()) {
      second = words.word(i + 2);
      end = words.end(i + 2);
    }
    if (first.length() != 4 || !isNumber(first) || (second.length() != 2 && second.length() != 4)) {
      return Optional.empty();
    }
    if (!isNumber(second)) {
      return Optional.empty();
    }
    int year = Integer.parseInt(first);
    int following = Integer.parseInt(second) % 100;
    boolean next = isYear(year) && following == (year + 1) % 100;
    boolean later = isYear(year) && following > (year + 1) % 100;
    if (!next && !later) {
      return Optional.empty();
    }
    Form form = next ? Form.FINANCIAL_YEAR : Form.YEAR;
    return Optional.of(DateMention.of(words.start(i), end, form).day(year, 0, 0));
  }

  private static boolean isYear(int year) {
    return year >= 1900 && year <= 2099;
  }

  private static boolean isNumber(String part) {
    if (part.isEmpty() || part.length() > 4) {
      return false;
    }
    for (int i = 0; i < part.length(); i++) {
      if (!Numeral.isDigit(part.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
