package dev.civicwire.ingest.source;

import java.util.List;

/// What a page of a source holds.
///
/// @param links to articles, in the page's order
/// @param nextPages further pages of the same source: the next of a listing, the parts of an index
/// @param repaired true where the page was not well-formed and read by a parser that forgives
public record Reading(List<FoundLink> links, List<String> nextPages, boolean repaired) {
  public Reading {
    links = List.copyOf(links);
    nextPages = List.copyOf(nextPages);
  }

  /// Of a page that is as it should be.
  public Reading(List<FoundLink> links, List<String> nextPages) {
    this(links, nextPages, false);
  }

  /// The same, found by the parser that forgives.
  Reading asRepaired() {
    return new Reading(links, nextPages, true);
  }
}
