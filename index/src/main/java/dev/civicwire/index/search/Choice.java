package dev.civicwire.index.search;

/// A facet value that a user ticked. Values of one facet widen, facets narrow each other.
///
/// @param facet of the value
/// @param value as the index has it; of [FacetField#MONTH] `2026-09`
public record Choice(FacetField facet, String value) {}
