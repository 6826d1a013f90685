package dev.civicwire.enrich.date;

import java.util.Optional;

/// A date expression as the text has it, before it is resolved.
///
/// @param start offset, inclusive
/// @param end offset after it
/// @param form what sort of expression
/// @param year four digits, or 0 where the text gives none
/// @param month 1 to 12, or 0
/// @param day of the month, or 0
/// @param weekday ISO number, or 0
/// @param anchor how it hangs on the day of publication
/// @param amount of units for relative expressions, signed
/// @param unit of relative expressions
/// @param time of day as given
/// @param numeric true for 12/09/2025, whose order depends on the country
record DateMention(
    int start,
    int end,
    Form form,
    int year,
    int month,
    int day,
    int weekday,
    Anchor anchor,
    int amount,
    Unit unit,
    Optional<String> time,
    boolean numeric) {
  /// What sort of expression.
  enum Form {
    DAY,
    MONTH,
    YEAR,
    FINANCIAL_YEAR,
    SEASON,
    EASTER,
    WEEKDAY,
    RELATIVE,
    /// Up to the end of a financial year.
    YEAR_END,
    /// "The 22nd": of the month of the date before it.
    BARE_DAY,
    /// "Three weeks later": than the date before it.
    LATER
  }

  /// How an expression hangs on the day of publication.
  enum Anchor {
    NONE,
    LAST,
    THIS,
    NEXT
  }

  /// Units of relative expressions.
  enum Unit {
    DAY,
    WEEK,
    MONTH,
    YEAR
  }

  static DateMention of(int start, int end, Form form) {
    return new DateMention(
        start, end, form, 0, 0, 0, 0, Anchor.NONE, 0, Unit.DAY, Optional.empty(), false);
  }

  DateMention day(int y, int m, int d) {
    return new DateMention(start, end, form, y, m, d, weekday, anchor, amount, unit, time, numeric);
  }

  DateMention numericOrder() {
    return new DateMention(
        start, end, form, year, month, day, weekday, anchor, amount, unit, time, true);
  }

  DateMention weekday(int w) {
    return new DateMention(
        start, end, form, year, month, day, w, anchor, amount, unit, time, numeric);
  }

  DateMention anchored(Anchor a) {
    return new DateMention(
        start, end, form, year, month, day, weekday, a, amount, unit, time, numeric);
  }

  DateMention relative(int n, Unit u) {
    return new DateMention(
        start, end, form, year, month, day, weekday, anchor, n, u, time, numeric);
  }

  DateMention span(int s, int e) {
    return new DateMention(
        s, e, form, year, month, day, weekday, anchor, amount, unit, time, numeric);
  }

  DateMention at(Optional<String> t) {
    return new DateMention(
        start, end, form, year, month, day, weekday, anchor, amount, unit, t, numeric);
  }
}
