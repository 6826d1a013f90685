package dev.civicwire.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/// A dated happening that is no deadline.
///
/// @param date month precision or better
/// @param kind what happens
public record Event(PartialDate date, Kind kind, @JsonUnwrapped Evidence evidence)
    implements Value {
  /// What happens.
  public enum Kind {
    INTERVIEW,
    INFO_SESSION,
    START,
    DEPARTURE,
    CONTRACT_START,
    CONTRACT_END,
    GO_LIVE,
    LAUNCH,
    PUBLICATION,
    ANNOUNCEMENT,
    DECISION,
    AWARD,
    ATTACK,
    MEETING,
    OTHER
  }
}
