package dev.civicwire.ingest.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Takes out what a page shows twice: a paragraph again, or the whole article again in one block.
final class Repeats {
  /// Shorter lines may well be said twice, in characters.
  private static final int MIN_LENGTH = 60;

  /// A block that holds so many earlier ones is a copy of the article.
  private static final int COPIED = 3;

  private Repeats() {}

  static void remove(List<Block> kept) {
    Set<String> seen = new HashSet<>();
    kept.removeIf(block -> block.text.length() >= MIN_LENGTH && !seen.add(block.text));
    int total = kept.stream().mapToInt(block -> block.text.length()).sum();
    kept.removeIf(block -> block.text.length() > total / 3 && isCopy(block, kept));
  }

  private static boolean isCopy(Block copy, List<Block> kept) {
    int held = 0;
    for (Block block : kept) {
      boolean other = block != copy && block.text.length() >= MIN_LENGTH;
      if (other && copy.text.contains(block.text) && ++held >= COPIED) {
        return true;
      }
    }
    return false;
  }
}
