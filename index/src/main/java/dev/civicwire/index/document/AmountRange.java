package dev.civicwire.index.document;

import dev.civicwire.contract.PayPeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// An amount of money in whole units, in the form of Elasticsearch's `long_range`. Only for search:
/// what is shown is always the article's own figure.
///
/// @param gte lower bound; a one-sided bound counts as that amount
/// @param lte upper bound
public record AmountRange(long gte, long lte) {
  /// Larger figures are errors of the text or of a reader; they must not overflow a long.
  private static final BigDecimal LIMIT = new BigDecimal("1000000000000");

  /// A yearly amount, so that pay of different periods can be compared and sorted; absent where a
  /// bound is no usable amount.
  static Optional<AmountRange> annual(
      Optional<BigDecimal> min, Optional<BigDecimal> max, PayPeriod period) {
    return of(min, max, new BigDecimal(yearly(period)));
  }

  /// An amount as it is; absent where a bound is no usable amount.
  static Optional<AmountRange> of(Optional<BigDecimal> min, BigDecimal max) {
    return of(min, Optional.of(max), BigDecimal.ONE);
  }

  private static Optional<AmountRange> of(
      Optional<BigDecimal> min, Optional<BigDecimal> max, BigDecimal factor) {
    Optional<BigDecimal> low = min.or(() -> max).filter(AmountRange::isUsable);
    Optional<BigDecimal> high = max.or(() -> min).filter(AmountRange::isUsable);
    if (low.isEmpty() || high.isEmpty()) {
      return Optional.empty();
    }
    long from =
        low.get().min(high.get()).multiply(factor).setScale(0, RoundingMode.FLOOR).longValueExact();
    long to =
        low.get()
            .max(high.get())
            .multiply(factor)
            .setScale(0, RoundingMode.CEILING)
            .longValueExact();
    return Optional.of(new AmountRange(from, to));
  }

  private static boolean isUsable(BigDecimal amount) {
    return amount.signum() >= 0 && amount.compareTo(LIMIT) < 0;
  }

  /// Paid time in a year: 52 weeks of 5 days or 37.5 hours, the full-time week of NHS Agenda for
  /// Change.
  private static int yearly(PayPeriod period) {
    return switch (period) {
      case YEAR -> 1;
      case MONTH -> 12;
      case FORTNIGHT -> 26;
      case WEEK -> 52;
      case DAY -> 260;
      case HOUR -> 1950;
    };
  }
}
