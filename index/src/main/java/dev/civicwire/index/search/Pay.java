package dev.civicwire.index.search;

import dev.civicwire.contract.PayPeriod;
import java.math.BigDecimal;
import java.util.Optional;

/// Pay as the article has it.
///
/// @param min lower bound, absent with "up to"
/// @param max upper bound, absent with "from"
/// @param currency ISO 4217 code
/// @param period the time it covers
/// @param grade such as `SCS2`
/// @param implied true where it was looked up from the grade
public record Pay(
    Optional<BigDecimal> min,
    Optional<BigDecimal> max,
    String currency,
    PayPeriod period,
    Optional<String> grade,
    boolean implied) {}
