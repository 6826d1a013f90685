package dev.civicwire.enrich.explain;

import dev.civicwire.enrich.text.Rows;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What stands behind annotators that choose by rank rather than by weights, from `rules.tsv`.
final class Rules {
  private static final int COLUMNS = 3;

  private static final Map<String, String> RULES =
      Rows.of(Rules.class, "rules.tsv", COLUMNS).stream()
          .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1] + "; " + row[2]));

  private Rules() {}

  /// What the annotator goes by, and what it wins over.
  static String of(String annotator) {
    @Nullable String rule = RULES.get(name(annotator));
    return rule == null ? "by " + annotator : rule;
  }

  /// Whether the file tells what it goes by.
  static boolean known(String annotator) {
    return RULES.containsKey(name(annotator));
  }

  private static String name(String annotator) {
    int version = annotator.indexOf('/');
    return version < 0 ? annotator : annotator.substring(0, version);
  }
}
