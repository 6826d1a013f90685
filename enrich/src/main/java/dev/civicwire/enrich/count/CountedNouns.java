package dev.civicwire.enrich.count;

import dev.civicwire.enrich.text.Rows;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The nouns of `nouns.tsv`.
final class CountedNouns {
  private static final int COLUMNS = 2;

  private final Map<String, Kind> kinds = new HashMap<>();

  /// What a noun behind a number tells; `NONE` of a word that is not listed.
  enum Kind {
    EMPLOYED,
    POST,
    SINGLE,
    SENIOR,
    PEOPLE,
    APPLIED,
    NOT,
    END,
    NONE;

    /// True where people or posts are counted.
    boolean isCounted() {
      return switch (this) {
        case EMPLOYED, POST, SINGLE, SENIOR, PEOPLE, APPLIED -> true;
        case NOT, END, NONE -> false;
      };
    }
  }

  private CountedNouns() {}

  static CountedNouns load() {
    CountedNouns nouns = new CountedNouns();
    for (String[] row : Rows.of(CountedNouns.class, "nouns.tsv", COLUMNS)) {
      nouns.kinds.put(row[1], Kind.valueOf(row[0].toUpperCase(Locale.ROOT)));
    }
    return nouns;
  }

  /// What `phrase`, in lower case, tells.
  Kind kind(String phrase) {
    return kinds.getOrDefault(phrase, Kind.NONE);
  }
}
