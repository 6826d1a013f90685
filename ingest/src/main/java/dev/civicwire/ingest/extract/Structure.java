package dev.civicwire.ingest.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Puts back what belongs to a text that has been found: subheadings above kept paragraphs, rows of
/// tables within it, and the facts of an advert that stand around it. A model that counts words
/// cares little for such short lines; whoever reads pay and closing dates does.
final class Structure {
  /// A subheading above a kept block needs only this vote.
  private static final float HEADING = 0.2f;

  /// The points of a short list below a heading that was kept without them need this one.
  private static final float BELOW = 0.3f;

  private static final int MAX_POINTS = 9;

  /// Blocks before the first and after the last kept one that may hold facts of an advert.
  private static final int REACH = 40;

  /// Longer tables are data and no part of an article.
  private static final int MAX_ROWS = 60;

  private static final int FOREIGN =
      Hint.FOREIGN & ~Hint.mask(Hint.WIDGET, Hint.SIDEBAR, Hint.TAGS, Hint.TEASER);

  private Structure() {}

  /// @param posting whether the page declares a post that is sought
  static void complete(Blocks blocks, float[] votes, List<Block> kept, boolean posting) {
    if (kept.isEmpty()) {
      return;
    }
    Set<Block> before = new HashSet<>(kept);
    int first = kept.getFirst().index;
    int last = kept.getLast().index;
    int from = Math.max(0, first - REACH);
    int to = Math.min(blocks.list.size(), last + REACH);
    List<Block> whole = new ArrayList<>();
    List<Block> near = blocks.list.subList(from, to);
    AdvertFacts facts = new AdvertFacts(near, before, posting);
    boolean headed = false;
    for (Block block : near) {
      boolean within = block.index > first && block.index < last;
      boolean heads =
          within
              && (block.heading > 1 || block.box.tag.equals("summary"))
              && votes[block.index] > HEADING
              && before.contains(blocks.list.get(block.index + 1));
      headed =
          block.heading > 1 ? before.contains(block) && isListed(blocks, block, votes) : headed;
      boolean below = headed && votes[block.index] > BELOW && isPoint(block);
      if (before.contains(block) || heads || below || isFact(block, within) || facts.has(block)) {
        whole.add(block);
      }
    }
    kept.clear();
    kept.addAll(whole);
    addTable(blocks, last, kept);
    if (facts.isAdvert()) {
      AdvertParts.complete(blocks, votes, kept);
    }
  }

  /// Whether a short list is all that stands below the heading, down to the next one.
  private static boolean isListed(Blocks blocks, Block heading, float[] votes) {
    int from = heading.index + 1;
    int to = Math.min(from + MAX_POINTS, blocks.list.size());
    for (Block below : blocks.list.subList(Math.min(from, to), to)) {
      if (below.heading > 0 || !isPoint(below)) {
        return below.heading > 1 && below.index > from && votes[below.index] > HEADING;
      }
    }
    return false;
  }

  private static boolean isPoint(Block block) {
    return block.box.upTo("li", 1).isPresent() && block.linkDensity() < 0.5;
  }

  /// A row of a table within the text, or a label with its value near it.
  private static boolean isFact(Block block, boolean within) {
    boolean own = block.row && block.linkDensity() < 0.5 && (block.standing() & FOREIGN) == 0;
    return own && (within || Labels.isPair(block.text));
  }

  /// A table that follows the last paragraph right away, in the same part of the page.
  private static void addTable(Blocks blocks, int last, List<Block> kept) {
    Box part = blocks.list.get(last).box.up(1);
    for (int at = last + 1; at < Math.min(part.end, last + MAX_ROWS); at++) {
      Block block = blocks.list.get(at);
      if (!isFact(block, true)) {
        return;
      }
      if (!kept.contains(block)) {
        kept.add(block);
      }
    }
  }
}
