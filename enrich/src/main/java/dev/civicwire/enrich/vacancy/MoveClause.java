package dev.civicwire.enrich.vacancy;

import java.util.Optional;
import java.util.OptionalInt;

/// What one clause says: who takes or leaves which post of which body, and when.
///
/// @param arrival true for one who comes
/// @param weak true where it says nothing by itself: `starts`, and `leaves` without a post
/// @param person number of the person
/// @param role number of the post
/// @param body number of the body
/// @param day from when
/// @param sentence number of its sentence
record MoveClause(
    boolean arrival,
    boolean weak,
    int person,
    OptionalInt role,
    OptionalInt body,
    Optional<MoveScene.Day> day,
    int sentence) {
  /// True where `later` says more of the same move.
  boolean goesOn(MoveClause later) {
    boolean same = arrival == later.arrival && person == later.person;
    boolean sameRole =
        role.isEmpty() || later.role.isEmpty() || role.getAsInt() == later.role.getAsInt();
    return same && sameRole;
  }

  /// Both in one.
  MoveClause with(MoveClause later) {
    boolean near = later.sentence - sentence <= 2;
    return new MoveClause(
        arrival,
        weak && later.weak,
        person,
        role.isPresent() ? role : later.role,
        body.isPresent() ? body : later.body,
        day.isPresent() || !near ? day : later.day,
        later.sentence);
  }

  MoveClause of(OptionalInt post) {
    return new MoveClause(arrival, false, person, post, body, day, sentence);
  }
}
