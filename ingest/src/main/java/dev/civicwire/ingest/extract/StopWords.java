package dev.civicwire.ingest.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The commonest words of some languages: a cheap proof that a text is in the language that its
/// page declares; rows of `stop-words.tsv`.
final class StopWords {
  /// Words that are looked at, and the share of them that must be common ones.
  private static final int LOOKED_AT = 80;

  private static final double SHARE = 0.22;

  private static final Map<String, Set<String>> BY_LANGUAGE = load();

  private StopWords() {}

  private static Map<String, Set<String>> load() {
    Map<String, Set<String>> words = new HashMap<>();
    for (String[] row : Rows.of("stop-words.tsv")) {
      words.put(row[0], Set.of(row[1].split(" ")));
    }
    return Map.copyOf(words);
  }

  /// Whether `text` is surely in `language`; false where that cannot be told.
  static boolean prove(String language, String text) {
    Set<String> common = BY_LANGUAGE.getOrDefault(language, Set.of());
    if (common.isEmpty()) {
      return false;
    }
    String[] words = Texts.letters(text).split(" ", LOOKED_AT + 1);
    int hits = 0;
    int count = Math.min(words.length, LOOKED_AT);
    for (int at = 0; at < count; at++) {
      hits += common.contains(words[at]) ? 1 : 0;
    }
    return count >= 15 && hits >= count * SHARE;
  }
}
