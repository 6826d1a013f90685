package dev.civicwire.index.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A field of words, under all the names that users try for it.
public enum TextField {
  TITLE("title headline"),
  ORGANISATION("org organisation organization body department"),
  ROLE("role post job"),
  PERSON("person people name"),
  PLACE("place location where"),
  TOPIC("topic"),
  SOURCE("source site outlet"),
  LANGUAGE("lang language");

  /// Parted by blanks, the one to show first.
  private final String names;

  TextField(String names) {
    this.names = names;
  }

  /// The name it is shown under.
  public String parameter() {
    return names.split(" ")[0];
  }

  static Optional<TextField> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(f -> List.of(f.names.split(" ")).contains(lower))
        .findFirst();
  }
}
