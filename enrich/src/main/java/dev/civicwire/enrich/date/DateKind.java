package dev.civicwire.enrich.date;

import dev.civicwire.contract.Deadline;
import dev.civicwire.contract.Event;
import java.util.Optional;

/// What a date may be.
enum DateKind {
  APPLICATION(Deadline.Kind.APPLICATION),
  TENDER(Deadline.Kind.TENDER),
  PROGRAMME(Deadline.Kind.PROGRAMME),
  LEGAL(Deadline.Kind.LEGAL),
  DEADLINE_OTHER(Deadline.Kind.OTHER),
  INTERVIEW(Event.Kind.INTERVIEW),
  INFO_SESSION(Event.Kind.INFO_SESSION),
  START(Event.Kind.START),
  DEPARTURE(Event.Kind.DEPARTURE),
  CONTRACT_START(Event.Kind.CONTRACT_START),
  CONTRACT_END(Event.Kind.CONTRACT_END),
  GO_LIVE(Event.Kind.GO_LIVE),
  LAUNCH(Event.Kind.LAUNCH),
  PUBLICATION(Event.Kind.PUBLICATION),
  ANNOUNCEMENT(Event.Kind.ANNOUNCEMENT),
  /// Somebody spoke.
  SAID(Event.Kind.ANNOUNCEMENT),
  DECISION(Event.Kind.DECISION),
  AWARD(Event.Kind.AWARD),
  ATTACK(Event.Kind.ATTACK),
  MEETING(Event.Kind.MEETING),
  /// The page's own date, where its line is short.
  STAMP(),
  /// Said of a target that is over.
  MISSED(),
  NONE();

  private final Optional<Deadline.Kind> deadline;
  private final Optional<Event.Kind> event;

  DateKind() {
    this.deadline = Optional.empty();
    this.event = Optional.empty();
  }

  DateKind(Deadline.Kind kind) {
    this.deadline = Optional.of(kind);
    this.event = Optional.empty();
  }

  DateKind(Event.Kind kind) {
    this.deadline = Optional.empty();
    this.event = Optional.of(kind);
  }

  /// The kind of deadline, where it is one.
  Optional<Deadline.Kind> deadline() {
    return deadline;
  }

  /// The kind of event, where it is one.
  Optional<Event.Kind> event() {
    return event;
  }
}
