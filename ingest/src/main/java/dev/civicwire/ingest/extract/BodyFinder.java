package dev.civicwire.ingest.extract;

import java.util.ArrayList;
import java.util.List;

/// Finds the box that holds the article.
final class BodyFinder {
  /// A parent that adds this share of prose outside foreign parts holds more of the article.
  private static final double CLIMB = 1.12;

  private BodyFinder() {}

  /// The box with the most prose near to each other, climbed while parents add article prose.
  static Box scored(Blocks blocks) {
    for (Block block : blocks.list) {
      if (block.isProse() && (block.standing() & Hint.FOREIGN) == 0) {
        double weight = Math.min(block.text.length() - block.linkChars, 1200) + 20.0 * block.commas;
        Box box = block.box;
        double share = Hint.CAPTION.in(block.standing()) ? 0.1 : 1;
        for (int level = 0; box != null && level < 7; level++) {
          box.score += weight * share;
          share *= level == 0 && block.box.children == 0 ? 1 : 0.6;
          box = box.parent;
        }
      }
    }
    Box best = blocks.page();
    for (Box box : blocks.boxes) {
      double score = box.score * (1 - box.linkDensity());
      if (score >= best.score * (1 - best.linkDensity())) {
        best = box;
      }
    }
    return climb(blocks, best);
  }

  private static Box climb(Blocks blocks, Box from) {
    Box best = from;
    int prose = article(blocks, from);
    for (Box up = from.parent; up != null && !isWhole(up); up = up.parent) {
      int more = article(blocks, up);
      if (more > prose * CLIMB && (up.standing & Hint.FOREIGN) == 0) {
        best = up;
        prose = more;
      }
    }
    return best;
  }

  private static boolean isWhole(Box box) {
    return box.tag.equals("html") || box.tag.equals("#root");
  }

  private static int article(Blocks blocks, Box box) {
    int sum = 0;
    for (int at = box.first; at < box.end; at++) {
      Block block = blocks.list.get(at);
      if (block.isProse() && (block.standing() & (Hint.FOREIGN | Hint.CAPTION.bit())) == 0) {
        sum += block.text.length() - block.linkChars;
      }
    }
    return sum;
  }

  /// The blocks of `box` that rules take for the article's.
  static List<Block> kept(Blocks blocks, Box box) {
    List<Block> kept = new ArrayList<>();
    boolean begun = false;
    for (Block block : blocks.list.subList(box.first, box.end)) {
      boolean foreign = (block.standing() & Hint.FOREIGN & ~box.standing) != 0;
      if (foreign
          || isFurniture(block)
          || NoArticle.isConsent(block)
          || (block.linkDensity() > 0.6 && !block.row)) {
        continue;
      }
      begun |= block.isProse();
      if (begun && block.heading != 1) {
        kept.add(block);
      }
    }
    while (!kept.isEmpty() && kept.getLast().heading > 0) {
      kept.removeLast();
    }
    return kept;
  }

  private static boolean isFurniture(Block block) {
    int mask = Hint.mask(Hint.BYLINE, Hint.DATE, Hint.CAPTION, Hint.META);
    return (block.standing() & mask) != 0 && block.text.length() < 300;
  }
}
