package dev.civicwire.contract;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A person who takes or leaves a post.
///
/// @param person who
/// @param role normalised title of the post
/// @param organisation the body
/// @param from the date from which it holds
/// @param confidence probability that the record is right, 0 to 1
/// @param evidence the place in the text behind each field
public record Move(
    String person,
    Optional<String> role,
    Optional<String> organisation,
    Optional<PartialDate> from,
    double confidence,
    List<FieldEvidence> evidence) {
  public Move {
    evidence = Lists.copy((@Nullable List<FieldEvidence>) evidence);
  }
}
