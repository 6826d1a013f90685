package dev.civicwire.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/// A date by which something is to be done or ends.
///
/// @param date at the precision given
/// @param kind what ends
/// @param time the time of day as given, such as `23:59` or `midday`
public record Deadline(
    PartialDate date, Kind kind, Optional<String> time, @JsonUnwrapped Evidence evidence)
    implements Value {
  /// What ends.
  public enum Kind {
    APPLICATION,
    TENDER,
    PROGRAMME,
    LEGAL,
    OTHER
  }
}
