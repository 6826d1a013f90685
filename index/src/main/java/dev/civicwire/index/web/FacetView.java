package dev.civicwire.index.web;

import dev.civicwire.index.search.FacetField;
import java.util.List;

/// A facet with the values that show at once and those that a click shows.
record FacetView(FacetField field, List<Value> shown, List<Value> more) {
  boolean isEmpty() {
    return shown.isEmpty();
  }

  /// True where a ticked value would be hidden.
  boolean opened() {
    return more.stream().anyMatch(Value::chosen);
  }

  /// A value as the page shows it.
  record Value(String id, String value, String label, String count, boolean chosen) {}
}
