package dev.civicwire.app.bench;

import dev.civicwire.contract.Article;
import dev.civicwire.enrich.Tagger;
import java.util.List;

/// The tagger alone, on one thread.
public final class TagBench {
  private TagBench() {}

  /// Tags each article once, after `warmUpSeconds` of CPU time on them.
  public static UnitFigures run(List<Article> articles, double warmUpSeconds) {
    Tagger tagger = Tagger.load();
    int warm = UnitCosts.warmUp(articles::iterator, warmUpSeconds, tagger::tag);
    UnitCosts costs = UnitCosts.measure(articles.iterator(), tagger::tag);
    long characters =
        articles.stream().mapToLong(a -> a.title().length() + a.text().length()).sum();
    return UnitFigures.of("tag", warm, costs, characters);
  }
}
