package dev.civicwire.contract;

/// The time that a pay figure covers (schema.org `unitText`).
public enum PayPeriod {
  YEAR,
  MONTH,
  /// Two weeks; also half a month, which is hardly ever told apart.
  FORTNIGHT,
  WEEK,
  DAY,
  HOUR
}
