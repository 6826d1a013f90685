package dev.civicwire.enrich.date;

import dev.civicwire.contract.PartialDate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// Dates that hang on the one named before them: "the 22nd", "three weeks later".
final class FollowingDate {
  private FollowingDate() {}

  /// The date of `mention` behind `before`; empty where it does not hang on a date, or `before` is
  /// too vague.
  static Optional<PartialDate> of(DateMention mention, PartialDate before) {
    return switch (mention.form()) {
      case BARE_DAY -> bareDay(mention.day(), before);
      case LATER -> later(mention, before);
      case DAY, MONTH, YEAR, FINANCIAL_YEAR, SEASON, EASTER, WEEKDAY, RELATIVE, YEAR_END ->
          Optional.empty();
    };
  }

  private static Optional<PartialDate> bareDay(int day, PartialDate before) {
    if (before.value().startsWith("--")) {
      int month = Integer.parseInt(before.value().substring(2, 4));
      return DayNumbers.exists(0, month, day)
          ? Optional.of(new PartialDate("--%02d-%02d".formatted(month, day)))
          : Optional.empty();
    }
    if (DateResolver.isVague(before)) {
      return Optional.empty();
    }
    LocalDate first = before.first().orElseThrow();
    boolean next = before.day().isPresent() && day < first.getDayOfMonth();
    YearMonth month = YearMonth.from(first).plusMonths(next ? 1 : 0);
    return month.isValidDay(day) ? Optional.of(PartialDate.of(month.atDay(day))) : Optional.empty();
  }

  private static Optional<PartialDate> later(DateMention mention, PartialDate before) {
    if (DateResolver.isVague(before) || before.value().startsWith("--")) {
      return Optional.empty();
    }
    return switch (mention.unit()) {
      case DAY -> before.day().map(day -> PartialDate.of(day.plusDays(mention.amount())));
      case WEEK -> before.day().map(day -> PartialDate.of(day.plusWeeks(mention.amount())));
      case MONTH ->
          before
              .first()
              .map(day -> YearMonth.from(day).plusMonths(mention.amount()))
              .map(month -> new PartialDate(month.toString()));
      case YEAR -> Optional.empty();
    };
  }
}
