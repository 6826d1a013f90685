package dev.civicwire.ingest.source;

import java.util.List;

/// What a page of a source holds.
///
/// @param links to articles, in the page's order
/// @param nextPages further pages of the same source: the next of a listing, the parts of an index
public record Reading(List<FoundLink> links, List<String> nextPages) {
  public Reading {
    links = List.copyOf(links);
    nextPages = List.copyOf(nextPages);
  }
}
