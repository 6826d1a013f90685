package dev.civicwire.ingest.extract;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One block-level element of the page, as the interval `[first, end)` of blocks that it holds.
final class Box {
  final int index;
  final @Nullable Box parent;
  final String tag;
  final int depth;

  /// Hints of its own class, id, role and tag.
  final int hints;

  /// Tells boxes of one template from others: tag and class of it and of its parent.
  final int signature;

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

  /// Hints of its own and of all around it, guards or not.
  final int named;

  double score;

  Box(
      int index,
      @Nullable Box parent,
      String tag,
      String names,
      int hints,
      int articles,
      int first) {
    this.index = index;
    this.parent = parent;
    this.tag = tag;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.hints = hints;
    this.named = hints | (parent == null ? 0 : parent.named);
    this.signature = tag.hashCode() * 31 + names.hashCode();
    this.articles = articles;
    this.first = first;
  }

  boolean holds(Block block) {
    return first <= block.index && block.index < end;
  }

  /// Signature of it and its parent together.
  int template() {
    return signature * 31 + (parent == null ? 0 : parent.signature);
  }

  /// The box `levels` above it, or the page.
  Box up(int levels) {
    Box at = this;
    for (int level = 0; level < levels && at.parent != null; level++) {
      at = at.parent;
    }
    return at;
  }

  /// The nearest `name` that is this box or at most `levels` above it.
  Optional<Box> upTo(String name, int levels) {
    Box at = this;
    for (int level = 0; level <= levels && at != null; level++) {
      if (at.tag.equals(name)) {
        return Optional.of(at);
      }
      at = at.parent;
    }
    return Optional.empty();
  }

  double linkDensity() {
    return chars == 0 ? 0 : (double) linkChars / chars;
  }
}
