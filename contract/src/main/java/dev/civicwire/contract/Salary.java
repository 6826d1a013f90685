package dev.civicwire.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.Optional;

/// Pay for a public post (schema.org `MonetaryAmount`).
///
/// @param min lower bound, absent with "up to"
/// @param max upper bound, absent with "from"
/// @param currency ISO 4217 code
/// @param period the time it covers
/// @param qualifier how the text bounds it
/// @param grade the grade that the text gives for that pay, such as `SCS2` or `Band 8a`
/// @param implied true where the amount was looked up from the grade and does not stand in the text
public record Salary(
    Optional<BigDecimal> min,
    Optional<BigDecimal> max,
    String currency,
    PayPeriod period,
    Qualifier qualifier,
    Optional<String> grade,
    boolean implied,
    @JsonUnwrapped Evidence evidence)
    implements Value {
  /// How the text bounds the amount.
  public enum Qualifier {
    EXACT,
    RANGE,
    UP_TO,
    FROM,
    CIRCA
  }
}
