package dev.civicwire.index.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A field of dates.
public enum DateField {
  DEADLINE("deadline closes closing"),
  PUBLISHED("published date");

  /// Parted by blanks, the one to show first.
  private final String names;

  DateField(String names) {
    this.names = names;
  }

  /// The name it is shown under.
  public String parameter() {
    return names.split(" ")[0];
  }

  static Optional<DateField> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(f -> List.of(f.names.split(" ")).contains(lower))
        .findFirst();
  }
}
