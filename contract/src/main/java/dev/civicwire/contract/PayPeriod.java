package dev.civicwire.contract;

/// The time that a pay figure covers (schema.org `unitText`).
public enum PayPeriod {
  YEAR,
  MONTH,
  WEEK,
  DAY,
  HOUR
}
