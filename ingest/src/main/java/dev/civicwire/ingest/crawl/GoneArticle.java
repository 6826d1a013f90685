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
    return published()
        .filter(article -> article.gone().isEmpty())
        .map(article -> article.withGone(now));
  }

  /// The version that takes the article of a page out of the index that its site wants to be in
  /// none any more; empty where there is nothing to take out.
  Optional<Article> withdrawn(Article.GoneReason reason, Instant now) {
    return published()
        .filter(article -> article.goneReason().isEmpty())
        .map(article -> article.withdrawn(now, reason));
  }

  /// The version that says where the article is now; empty where it is the same article there.
  ///
  /// @param there what is known of the page that it moved to
  Optional<Article> moved(OfUrl there, Instant now) {
    return published()
        .filter(article -> article.goneReason().isEmpty())
        .filter(article -> there.articleId().filter(id -> !id.equals(article.id())).isPresent())
        .map(article -> article.withMovedTo(now, there.url()));
  }

  /// What the page gives itself: a copy's end says nothing of the article, which may be of a page
  /// of another part that is not known here.
  private Optional<Article> published() {
    return crawl
        .known()
        .page(identity)
        .filter(page -> !page.outcome().equals(Outcomes.DUPLICATE))
        .flatMap(OfUrl::articleId)
        .filter(id -> !crawl.known().isTakenElsewhere(id, identity))
        .flatMap(id -> crawl.log().article(id, identity));
  }
}
