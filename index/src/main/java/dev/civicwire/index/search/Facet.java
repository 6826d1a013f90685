package dev.civicwire.index.search;

import java.util.List;

/// The values of a facet with their counts under everything else that is chosen: a facet's own
/// choice does not change its own counts.
///
/// @param field which facet
/// @param values most frequent first, months newest first; chosen values are always among them
public record Facet(FacetField field, List<Count> values) {
  public Facet {
    values = List.copyOf(values);
  }

  /// A value and its articles.
  ///
  /// @param value as the index has it
  /// @param count articles
  /// @param chosen true where ticked
  public record Count(String value, long count, boolean chosen) {}
}
