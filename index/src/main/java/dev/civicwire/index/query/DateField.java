package dev.civicwire.index.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A field of dates.
public enum DateField {
  DEADLINE("deadline", "closes", "closing"),
  PUBLISHED("published", "date");

  private final List<String> names;

  DateField(String... names) {
    this.names = List.of(names);
  }

  /// The name it is shown under.
  public String parameter() {
    return names.getFirst();
  }

  static Optional<DateField> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(f -> f.names.contains(lower)).findFirst();
  }
}
