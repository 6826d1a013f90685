package dev.civicwire.contract;

/// Why an article matters to Civicwire's readers.
public enum Relevance {
  /// A public-sector vacancy, appointment or departure.
  JOB,
  /// A digital programme, budget, contract, strategy, audit or incident of a public body.
  TRANSFORMATION,
  /// Both, with equal weight.
  BOTH,
  /// Neither.
  NONE
}
