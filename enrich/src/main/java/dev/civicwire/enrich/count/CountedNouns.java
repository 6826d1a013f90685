package dev.civicwire.enrich.count;

import dev.civicwire.enrich.text.Rows;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The nouns of `nouns.tsv`.
final class CountedNouns {
  private static final int COLUMNS = 2;

  private final Map<String, String> kinds = new HashMap<>();

  private CountedNouns() {}

  static CountedNouns load() {
    CountedNouns nouns = new CountedNouns();
    for (String[] row : Rows.of(CountedNouns.class, "nouns.tsv", COLUMNS)) {
      nouns.kinds.put(row[1], row[0]);
    }
    return nouns;
  }

  /// `employed`, `people`, `not`, or the empty string for `phrase` in lower case.
  String kind(String phrase) {
    @Nullable String kind = kinds.get(phrase);
    return kind == null ? "" : kind;
  }
}
