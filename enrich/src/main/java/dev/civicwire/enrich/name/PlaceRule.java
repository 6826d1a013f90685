package dev.civicwire.enrich.name;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// One way to read a place that starts at a word.
///
/// @param name for people
record PlaceRule(String name, IntFunction<Optional<PlaceMention>> at) {
  /// What the first of `rules` that finds something finds at word `i`.
  static Optional<PlaceMention> first(List<PlaceRule> rules, int i) {
    for (PlaceRule rule : rules) {
      Optional<PlaceMention> found = rule.at.apply(i);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
