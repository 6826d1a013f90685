package dev.civicwire.index.search;

import dev.civicwire.contract.Budget;
import java.math.BigDecimal;

/// The largest public money that an article names.
///
/// @param amount in whole currency units
/// @param currency ISO 4217 code
/// @param period as in [Budget#period()]
/// @param kind what the money is
public record PublicMoney(BigDecimal amount, String currency, String period, Budget.Kind kind) {}
