package dev.civicwire.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/// A named body (schema.org `Organization`).
///
/// @param name canonical full name as far as the text gives it
/// @param acronym where the text gives one or it is known
/// @param kind what sort of body
/// @param identifier in a register, such as `govuk:department-for-work-pensions`, `gss:E08000025`,
///     `ods:RRK`
public record Organisation(
    String name,
    Optional<String> acronym,
    Kind kind,
    Optional<String> identifier,
    @JsonUnwrapped Evidence evidence)
    implements Value {
  /// What sort of body.
  public enum Kind {
    PUBLIC,
    COMPANY,
    OTHER
  }
}
