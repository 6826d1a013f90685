package dev.civicwire.enrich.role;

import dev.civicwire.enrich.text.Rows;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The words that tell what is said of a post, from `status-words.tsv`. Immutable and safe
/// for threads.
final class StatusWords {
  private static final int COLUMNS = 2;

  private final Map<Cue, Set<String>> words = new EnumMap<>(Cue.class);

  /// What a word tells.
  enum Cue {
    HIRES,
    SEEK,
    TAKE,
    LEAVE,
    PAST,
    HELD,
    ENTERS,
    GOES,
    WAS,
    LEFT,
    EARNS,
    SPEAKS,
    PENDING,
    TITLE
  }

  StatusWords() {
    for (String[] row : Rows.of(StatusWords.class, "status-words.tsv", COLUMNS)) {
      words.put(Cue.valueOf(row[0].toUpperCase(Locale.ROOT)), Set.of(row[1].split(", ")));
    }
  }

  boolean has(Cue cue, String word) {
    return words.getOrDefault(cue, Set.of()).contains(word);
  }
}
