package dev.civicwire.enrich.money;

import dev.civicwire.contract.Salary.Qualifier;
import java.math.BigDecimal;
import java.util.Optional;

/// An amount or a range of amounts in the text, before anything is known of what it is for.
///
/// @param start offset of the whole form with its bound ("up to"), inclusive
/// @param end offset after the whole form with its period ("a year")
/// @param coreStart offset of the first currency sign or digit
/// @param coreEnd offset after the last digit or magnitude
/// @param low the amount, or the lower one of a range
/// @param high the amount, or the upper one of a range
/// @param currency ISO 4217 code; `$` alone stands for "dollars of the body's country"
/// @param unit `year`, `month`, `week`, `day`, `hour` where the text gives one right there
/// @param qualifier how the text bounds it
/// @param conversion true where it repeats the amount before it in another currency
/// @param pay true where a label such as `Salary:` says that it is pay
record MoneyMention(
    int start,
    int end,
    int coreStart,
    int coreEnd,
    BigDecimal low,
    BigDecimal high,
    String currency,
    Optional<String> unit,
    Qualifier qualifier,
    boolean conversion,
    boolean pay) {
  boolean isRange() {
    return low.compareTo(high) != 0;
  }

  /// The same, said to be pay.
  MoneyMention asPay() {
    return new MoneyMention(
        start, end, coreStart, coreEnd, low, high, currency, unit, qualifier, conversion, true);
  }

  /// The same for each of the time `name`.
  MoneyMention per(String name) {
    return new MoneyMention(
        start,
        end,
        coreStart,
        coreEnd,
        low,
        high,
        currency,
        Optional.of(name),
        qualifier,
        conversion,
        pay);
  }

  /// The range from this amount to `upper`, which stands behind it.
  MoneyMention upTo(MoneyMention upper) {
    boolean one = low.compareTo(upper.high) == 0;
    return new MoneyMention(
        coreStart,
        Math.max(end, upper.end),
        coreStart,
        upper.coreEnd,
        low,
        upper.high,
        currency,
        unit.or(() -> upper.unit),
        one ? Qualifier.EXACT : Qualifier.RANGE,
        false,
        true);
  }
}
