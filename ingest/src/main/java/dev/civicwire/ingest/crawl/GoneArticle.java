package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlState.OfUrl;
import java.time.Instant;
import java.util.Optional;

/// The article of a page that has vanished: kept as it was, with a note since when.
///
/// A 410 is believed at once, a 404 when it is answered a second time, a day later: many a 404 is a
/// slip of an hour.
///
/// @param identity of the page
record GoneArticle(CrawlRun crawl, String identity) {
  private static final int STATUS_GONE = 410;

  /// The version that says so; empty where there is nothing to say, or it was said before.
  ///
  /// @param status that the page was answered with
  Optional<Article> lastVersion(int status, Instant now) {
    Optional<OfUrl> before = crawl.known().page(identity);
    boolean again = before.map(b -> b.outcome().equals(Outcomes.GONE)).orElse(false);
    if (!again && status != STATUS_GONE) {
      return Optional.empty();
    }
    return before
        .flatMap(OfUrl::articleId)
        .filter(id -> !crawl.known().isTakenElsewhere(id, identity))
        .flatMap(id -> crawl.log().article(id, identity))
        .filter(article -> article.gone().isEmpty())
        .map(article -> article.withGone(now));
  }
}
