package dev.civicwire.ingest.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells the page's article from others beside it: a page that goes on without end shows the next
/// article below the first, and pages hold articles for later in hidden parts.
final class Siblings {
  /// A page that shows so much text, in characters, and this share of all, hides other articles.
  private static final int MUCH = 500;

  private static final double SHOWN = 0.4;

  private Siblings() {}

  static void remove(Blocks blocks, List<Block> kept) {
    removeNext(blocks, kept);
    removeHidden(kept);
  }

  /// A heading of the first level in an `article` beside that of the first such heading begins
  /// another article.
  private static void removeNext(Blocks blocks, List<Block> kept) {
    @Nullable Box own = null;
    for (Block block : blocks.list) {
      Box article = block.heading == 1 ? article(block.box) : null;
      if (article == null) {
        continue;
      }
      if (own == null) {
        own = article;
      } else if (article != own && article.parent == own.parent) {
        int end = article.first;
        Box first = own;
        if (kept.stream().anyMatch(first::holds)) {
          kept.removeIf(other -> other.index >= end);
        }
        return;
      }
    }
  }

  private static @Nullable Box article(Box box) {
    for (Box at = box; at != null; at = at.parent) {
      if (at.tag.equals("article")) {
        return at;
      }
    }
    return null;
  }

  /// Hidden paragraphs are often the rest of the article that is shown, a hidden `article` is
  /// another one.
  private static void removeHidden(List<Block> kept) {
    int shown = 0;
    int all = 0;
    for (Block block : kept) {
      all += block.text.length();
      shown += isInHiddenArticle(block) ? 0 : block.text.length();
    }
    if (shown < all && shown >= MUCH && shown >= all * SHOWN) {
      kept.removeIf(Siblings::isInHiddenArticle);
    }
  }

  private static boolean isInHiddenArticle(Block block) {
    Box article = Hint.HIDDEN.in(block.box.named) ? article(block.box) : null;
    return article != null && Hint.HIDDEN.in(article.named);
  }
}
