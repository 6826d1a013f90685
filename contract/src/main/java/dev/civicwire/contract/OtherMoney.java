package dev.civicwire.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;

/// Every other amount: prices, fees, turnover, allowances, bonuses, conversions.
///
/// @param amount the amount, the upper bound of a range
/// @param currency ISO 4217 code
public record OtherMoney(BigDecimal amount, String currency, @JsonUnwrapped Evidence evidence)
    implements Value {}
