package dev.civicwire.ingest.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The short lines of an advert of a post: headings of its parts, points of its lists, and what
/// leads to them. A model that learnt from news takes few of them for an article's.
final class AdvertParts {
  /// Least vote for a point of a list, and for a line.
  private static final float POINT = 0.08f;

  private static final float LINE = 0.3f;

  /// Points and lines with more of their text in links than this lead elsewhere.
  private static final double MAX_LINKED = 0.3;

  private static final int MAX_HEADING = 12;

  private final float[] votes;
  private final Set<Block> kept;
  private final List<Block> region;

  private AdvertParts(Blocks blocks, float[] votes, List<Block> kept) {
    this.votes = votes;
    this.kept = new HashSet<>(kept);
    this.region = region(blocks, kept);
  }

  /// Adds them to `kept`, in the order of the page.
  static void complete(Blocks blocks, float[] votes, List<Block> kept) {
    AdvertParts parts = new AdvertParts(blocks, votes, kept);
    List<Block> whole = parts.whole();
    List<Block> outside = new ArrayList<>(kept);
    outside.removeAll(whole);
    whole.addAll(outside);
    whole.sort(java.util.Comparator.comparingInt(block -> block.index));
    kept.clear();
    kept.addAll(whole);
  }

  /// From the first kept block to the end of the smallest part of the page that holds all of them.
  private static List<Block> region(Blocks blocks, List<Block> kept) {
    Block last = kept.getLast();
    Box part = kept.getFirst().box;
    while (part.parent != null && !part.holds(last)) {
      part = part.parent;
    }
    int from = kept.getFirst().index;
    return blocks.list.subList(from, Math.max(part.end, last.index + 1));
  }

  private List<Block> whole() {
    List<Block> whole = new ArrayList<>();
    boolean below = false;
    for (int at = region.size() - 1; at >= 0; at--) {
      Block block = region.get(at);
      boolean heading = block.heading > 1 && below && isOwn(block) && block.words <= MAX_HEADING;
      if (kept.contains(block) || heading || isPoint(block) || isLine(block) || isBetween(at)) {
        whole.add(block);
      }
      below = block.heading == 0 && !whole.isEmpty() && whole.getLast() == block;
    }
    return whole;
  }

  /// A further value of the row of facts before it.
  private boolean isBetween(int at) {
    Block block = region.get(at);
    return at > 0
        && at + 1 < region.size()
        && block.heading == 0
        && isOwn(block)
        && isFact(region.get(at - 1))
        && isFact(region.get(at + 1))
        && region.get(at - 1).box.up(2) == block.box.up(2);
  }

  private boolean isFact(Block block) {
    return block.row && kept.contains(block);
  }

  private boolean isPoint(Block block) {
    return block.box.upTo("li", 1).isPresent() && votes[block.index] > POINT && isOwn(block);
  }

  private boolean isLine(Block block) {
    return block.heading == 0 && votes[block.index] > LINE && isOwn(block);
  }

  private static boolean isOwn(Block block) {
    return block.linkDensity() <= MAX_LINKED
        && (block.standing() & Hint.FOREIGN) == 0
        && !BodyText.isWidget(block)
        && block.phrases.of(LinePhrases.Kind.RELATED) < LinePhrases.BEGINS
        && block.phrases.of(LinePhrases.Kind.SHARE) < LinePhrases.BEGINS;
  }
}
