package dev.civicwire.ingest.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A page as a flat list of blocks and the boxes that hold them; the first box is the page.
final class Blocks {
  /// A part with more of the page's prose than this is not pruned, whatever its name.
  private static final double GUARD_SHARE = 0.3;

  final List<Block> list;
  final List<Box> boxes;

  Blocks(List<Block> list, List<Box> boxes) {
    this.list = list;
    this.boxes = boxes;
    measure();
    guard();
  }

  Box page() {
    return boxes.getFirst();
  }

  private void measure() {
    for (Block block : list) {
      Box box = block.box;
      box.chars += block.text.length();
      box.linkChars += block.linkChars;
      box.prose += block.isProse() ? block.text.length() - block.linkChars : 0;
    }
    for (int at = boxes.size() - 1; at > 0; at--) {
      Box box = boxes.get(at);
      Box parent = box.parent;
      if (parent != null) {
        parent.chars += box.chars;
        parent.linkChars += box.linkChars;
        parent.prose += box.prose;
      }
    }
  }

  private void guard() {
    int most = (int) (page().prose * GUARD_SHARE);
    Map<Integer, Integer> proseBySignature = new HashMap<>();
    for (Block block : list) {
      if (block.isProse()) {
        proseBySignature.merge(block.box.signature, block.text.length(), Integer::sum);
      }
    }
    for (Box box : boxes) {
      Box parent = box.parent;
      int own = box.hints;
      if (isGuarded(box, most) || proseBySignature.getOrDefault(box.signature, 0) > most) {
        own &= ~Hint.FOREIGN;
      }
      box.standing = own | (parent == null ? 0 : parent.standing);
    }
  }

  private static boolean isGuarded(Box box, int most) {
    boolean whole =
        switch (box.tag) {
          case "html", "body", "main", "#root", "article" -> true;
          default -> false;
        };
    return whole || box.prose > most || Hint.BODY.in(box.hints);
  }
}
