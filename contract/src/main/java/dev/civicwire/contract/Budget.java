package dev.civicwire.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.Optional;

/// Public money: budgets, funding, contracts, savings, costs.
///
/// @param amount the amount, the upper bound of a range
/// @param amountMin the lower bound of a range
/// @param currency ISO 4217 code
/// @param period `annual`, `monthly`, `weekly`, `daily`, `3-year`, `18-month` or `total`
/// @param kind what the money is
public record Budget(
    BigDecimal amount,
    Optional<BigDecimal> amountMin,
    String currency,
    String period,
    Kind kind,
    @JsonUnwrapped Evidence evidence)
    implements Value {
  /// What the money is.
  public enum Kind {
    BUDGET,
    FUNDING,
    CONTRACT,
    SAVING,
    COST,
    OTHER
  }
}
