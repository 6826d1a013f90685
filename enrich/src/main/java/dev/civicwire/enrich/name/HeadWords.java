package dev.civicwire.enrich.name;

import dev.civicwire.contract.Organisation.Kind;
import dev.civicwire.enrich.gazetteer.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Words by which a body's name is known: `Council`, `Ltd`, `Ministry of`. Read from `heads.tsv`.
final class HeadWords {
  private final Map<String, Head> suffixes = new HashMap<>();
  private final Map<String, Head> prefixes = new HashMap<>();
  private final Set<String> products = Table.words(HeadWords.class, "not-bodies.txt");
  private final Set<String> notFirst = Table.words(HeadWords.class, "not-in-names.txt");
  private final Set<String> domain =
      Table.words(HeadWords.class, "/dev/civicwire/enrich/role/domain-words.txt");
  private final Set<String> generic = Table.words(HeadWords.class, "generic-modifiers.txt");

  /// A head.
  ///
  /// @param kind what sort of body it makes
  /// @param strict true where it needs a proper name before it
  record Head(Kind kind, boolean strict) {}

  HeadWords() {
    for (List<String> row : Table.rows(HeadWords.class, "heads.tsv", 4)) {
      Head head =
          new Head(
              Kind.valueOf(row.get(2).toUpperCase(java.util.Locale.ROOT)),
              row.get(3).equals("strict"));
      (row.get(1).equals("of") ? prefixes : suffixes).put(row.get(0), head);
    }
  }

  Optional<Head> suffix(String key) {
    return Optional.ofNullable(suffixes.get(key));
  }

  Optional<Head> prefix(String key) {
    return Optional.ofNullable(prefixes.get(key));
  }

  /// True for words that end the name of a programme, system, law or product.
  boolean product(String key) {
    return products.contains(key)
        || (key.endsWith("s") && products.contains(key.substring(0, key.length() - 1)));
  }

  /// True for words that are no part of a body's name although written with a capital.
  boolean notInNames(String key) {
    return notFirst.contains(key);
  }

  /// True for words that say what a body or post is about.
  boolean domain(String key) {
    return domain.contains(key);
  }

  /// True for words that alone make no proper name: `Programme` in `Programme Board`.
  boolean generic(String key) {
    return generic.contains(key);
  }
}
