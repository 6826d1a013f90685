package dev.civicwire.ingest.source;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a page of a source holds.
///
/// @param links to articles, in the page's order
/// @param nextPages further pages of the same source: the next of a listing, the parts of an index
/// @param repaired true where the page was not well-formed and read by a parser that forgives
/// @param changed last changes of the parts of an index, as it claims
public record Reading(
    List<FoundLink> links, List<String> nextPages, boolean repaired, Map<String, Instant> changed) {
  public Reading {
    links = List.copyOf(links);
    nextPages = List.copyOf(nextPages);
    changed = Map.copyOf(changed);
  }

  /// Of a page that claims no changes.
  public Reading(List<FoundLink> links, List<String> nextPages, boolean repaired) {
    this(links, nextPages, repaired, Map.of());
  }

  /// Of a page that is as it should be.
  public Reading(List<FoundLink> links, List<String> nextPages) {
    this(links, nextPages, false, Map.of());
  }

  /// The same, found by the parser that forgives.
  Reading asRepaired() {
    return new Reading(links, nextPages, true, changed);
  }
}
