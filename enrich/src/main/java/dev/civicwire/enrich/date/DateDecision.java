package dev.civicwire.enrich.date;

import dev.civicwire.contract.Deadline;
import dev.civicwire.contract.Event;
import dev.civicwire.enrich.text.Choice;
import dev.civicwire.enrich.text.Voice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A deadline or an event, never both; neither where the date says nothing.
///
/// @param deadline its kind, where it is one
/// @param event its kind, where it is one
/// @param measure from 0 to 1, how sure it is
/// @param weights what it competed with
/// @param reason what turned the scale where that was not the weights
/// @param voices what was heard
/// @param settled true where a label of the date's own line or a plain phrase leaves no choice
record DateDecision(
    Optional<Deadline.Kind> deadline,
    Optional<Event.Kind> event,
    double measure,
    Weights weights,
    String reason,
    List<Voice> voices,
    boolean settled) {
  /// The lead of a decision that is as clear as not.
  private static final double HALF_CLEAR = 2;

  private static DateDecision of(
      Optional<Deadline.Kind> deadline,
      Optional<Event.Kind> event,
      double margin,
      Weights weights,
      String reason) {
    double ahead = Math.max(0, margin);
    return new DateDecision(
        deadline, event, ahead / (ahead + HALF_CLEAR), weights, reason, List.of(), false);
  }

  /// The same, which nothing else may overrule.
  DateDecision asSettled() {
    return new DateDecision(deadline, event, measure, weights, reason, voices, true);
  }

  /// The same, after `heard`.
  DateDecision with(List<Voice> heard) {
    return new DateDecision(deadline, event, measure, weights, reason, heard, settled);
  }

  /// True for the end of a time in which something may be handed in.
  boolean isClosing() {
    return deadline
        .filter(kind -> kind == Deadline.Kind.APPLICATION || kind == Deadline.Kind.TENDER)
        .isPresent();
  }

  /// True of a happening that little speaks for, or of something that goes live.
  boolean isLoose() {
    return event
        .filter(
            kind ->
                switch (kind) {
                  case OTHER, GO_LIVE, LAUNCH -> true;
                  case INTERVIEW,
                      INFO_SESSION,
                      START,
                      DEPARTURE,
                      CONTRACT_START,
                      CONTRACT_END,
                      PUBLICATION,
                      ANNOUNCEMENT,
                      DECISION,
                      AWARD,
                      ATTACK,
                      MEETING ->
                      false;
                })
        .isPresent();
  }

  /// The same place as a target.
  DateDecision target() {
    return weights.deadline(DateKind.PROGRAMME, 0.5, "joined to a target by 'and'").with(voices);
  }

  /// The same place as a date that says nothing.
  DateDecision nothing(String why) {
    return weights.nothing(why).with(voices);
  }

  String winner() {
    return deadline
        .map(kind -> "deadline: " + named(kind))
        .or(() -> event.map(kind -> "event: " + named(kind)))
        .orElse(Choice.NOTHING);
  }

  private static String named(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /// What speaks for a deadline, for a happening, and for neither.
  ///
  /// @param deadline what it is, if it is one
  /// @param event what it is, if it is one
  record Weights(double due, double happens, double nothing, DateKind deadline, Event.Kind event) {
    DateDecision deadline(DateKind kind, double margin, String reason) {
      return DateDecision.of(kind.deadline(), Optional.empty(), margin, this, reason);
    }

    DateDecision event(Event.Kind kind, double margin) {
      return DateDecision.of(Optional.empty(), Optional.of(kind), margin, this, "");
    }

    DateDecision nothing(String reason) {
      return DateDecision.of(Optional.empty(), Optional.empty(), 0, this, reason);
    }

    Map<String, Double> scores() {
      return Map.of("deadline", due, "event", happens, Choice.NOTHING, nothing);
    }
  }
}
