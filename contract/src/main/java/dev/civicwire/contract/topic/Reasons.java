package dev.civicwire.contract.topic;

/// Codes of [dev.civicwire.contract.Rejection#reason()] that this package gives.
final class Reasons {
  static final String NOT_JSON = "not-json";
  static final String NEWER_SCHEMA = "newer-schema";
  static final String INVALID = "invalid";
  static final String TOO_LARGE = "too-large";
  static final String ENRICH_FAILED = "enrich-failed";
  static final String RETRACTED = "retracted";

  private Reasons() {}
}
