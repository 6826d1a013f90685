package dev.civicwire.ingest.extract;

import org.jspecify.annotations.Nullable;

/// One block-level element of the page, as the interval `[first, end)` of blocks that it holds.
final class Box {
  final int index;
  final @Nullable Box parent;
  final String tag;
  final int depth;

  /// Hints of its own class, id, role and tag.
  final int hints;

  /// How many articles were opened before it and with it.
  final int articles;

  int first;
  int end;
  int children;

  /// Characters of prose in it, of text, and of text in links.
  int prose;

  int chars;
  int linkChars;

  /// Hints that stand after the guards, of its own and of all around it.
  int standing;

  double score;

  Box(int index, @Nullable Box parent, String tag, int hints, int articles, int first) {
    this.index = index;
    this.parent = parent;
    this.tag = tag;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.hints = hints;
    this.articles = articles;
    this.first = first;
  }

  boolean holds(Block block) {
    return first <= block.index && block.index < end;
  }

  double linkDensity() {
    return chars == 0 ? 0 : (double) linkChars / chars;
  }
}
