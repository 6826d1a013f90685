package dev.civicwire.ingest.extract;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Tells the page's article from others beside it: a page that goes on without end shows the next
/// article below the first, and pages hold articles for later in hidden parts.
final class Siblings {
  /// A page that shows so much text, in characters, and this share of all, hides other articles.
  private static final int MUCH = 500;

  private static final double SHOWN = 0.4;

  /// A page that shows this share of its text hides none that is its own.
  private static final double WHOLE = 0.5;

  private Siblings() {}

  static void remove(Blocks blocks, List<Block> kept) {
    removeNext(blocks, kept);
    removeHidden(kept, Siblings::isInHiddenArticle, SHOWN);
    removeHidden(kept, Siblings::isHidden, WHOLE);
  }

  /// A heading of the first level in an `article` after that of the first such heading begins
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
      } else if (article != own && isOver(own, article, kept)) {
        int end = article.first;
        kept.removeIf(other -> other.index >= end);
        return;
      }
    }
  }

  /// Whether the page's article is `own`: it has some text, and much where the other does not stand
  /// right beside it.
  private static boolean isOver(Box own, Box other, List<Block> kept) {
    int held = kept.stream().filter(own::holds).mapToInt(block -> block.text.length()).sum();
    boolean apart = other.first >= own.end;
    return other.parent == own.parent ? held > 0 : apart && held >= MUCH;
  }

  private static @Nullable Box article(Box box) {
    for (Box at = box; at != null; at = at.parent) {
      if (at.tag.equals("article")) {
        return at;
      }
    }
    return null;
  }

  /// Where little is shown, what is hidden is the article; where much is, another one.
  private static void removeHidden(List<Block> kept, Predicate<Block> hidden, double share) {
    int shown = 0;
    int all = 0;
    for (Block block : kept) {
      all += block.text.length();
      shown += hidden.test(block) ? 0 : block.text.length();
    }
    if (shown < all && shown >= MUCH && shown >= all * share) {
      kept.removeIf(hidden);
    }
  }

  /// What is hidden for subscribers is the article's own.
  private static boolean isHidden(Block block) {
    return Hint.HIDDEN.in(block.box.named) && !Hint.PAYWALL.in(block.box.named);
  }

  private static boolean isInHiddenArticle(Block block) {
    Box article = Hint.HIDDEN.in(block.box.named) ? article(block.box) : null;
    return article != null && Hint.HIDDEN.in(article.named);
  }
}
