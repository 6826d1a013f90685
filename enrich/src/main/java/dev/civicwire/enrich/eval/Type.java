package dev.civicwire.enrich.eval;

import java.util.Locale;

/// The types of values that labels have.
enum Type {
  ROLES,
  SALARIES,
  BUDGETS,
  DEADLINES,
  EVENTS,
  HEADCOUNTS,
  ORGANISATIONS,
  PEOPLE,
  LOCATIONS;

  /// Name of the field in labels and output.
  String field() {
    return name().toLowerCase(Locale.ROOT);
  }
}
