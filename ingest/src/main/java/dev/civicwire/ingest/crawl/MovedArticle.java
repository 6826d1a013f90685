package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlState.OfUrl;
import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Tells the articles of pages that have moved for good where they are now, once the new page gave
/// an article of another id. Else a site that is built anew would be found twice.
///
/// @param there identity of the new page
record MovedArticle(CrawlRun crawl, String there) {
  /// Whether a page moved for good and the last version of its article does not say so yet.
  static boolean isUntold(OfUrl page) {
    return page.outcome().equals(Outcomes.MOVED)
        && page.articleId().isPresent()
        && page.contentHash().isPresent()
        && page.detail().filter(d -> d.startsWith("301 ") || d.startsWith("308 ")).isPresent();
  }

  /// Tells those of `chain`, addresses that led to the page. Where the log is away the next look at
  /// the old page tells it.
  void tell(List<String> chain) throws InterruptedException {
    for (String url : chain) {
      Optional<OfUrl> old = crawl.known().page(UrlIdentity.of(url)).filter(MovedArticle::isUntold);
      if (old.isPresent()) {
        tell(old.get());
      }
    }
  }

  private void tell(OfUrl old) throws InterruptedException {
    Optional<OfUrl> now = crawl.known().page(there);
    Instant seen = crawl.now();
    Optional<Article> last;
    try {
      last =
          now.flatMap(page -> new GoneArticle(crawl, UrlIdentity.of(old.url())).moved(page, seen));
    } catch (StageException e) {
      crawl.tally().on(new CrawlEvent.Deferred(old.source(), old.url(), said(e)));
      return;
    }
    if (last.isPresent()) {
      OfUrl told = PageStates.withdrawn(old);
      crawl.record(Outbox.Entry.of(last.get(), told), told);
    }
  }

  private static String said(StageException e) {
    return "its article cannot be looked up: " + e.getMessage();
  }
}
