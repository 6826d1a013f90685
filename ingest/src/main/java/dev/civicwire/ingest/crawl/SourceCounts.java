package dev.civicwire.ingest.crawl;

import java.util.Map;
import java.util.TreeMap;

/// What came of a source's pages.
///
/// @param fetched pages that came, whole, cut or unchanged
/// @param articlesNew articles seen for the first time
/// @param articlesChanged articles whose text is another than before
/// @param unchanged pages as they were
/// @param duplicates pages whose article is known from another page
/// @param rejected pages without a usable article
/// @param forbidden pages that are not for crawlers
/// @param gone vanished pages
/// @param moved pages that are elsewhere
/// @param deferred pages left for later because their host asks for patience
/// @param trapped addresses left unfetched, being of those without end
/// @param failed pages and source readings by reason
/// @param bytes unpacked
public record SourceCounts(
    int fetched,
    int articlesNew,
    int articlesChanged,
    int unchanged,
    int duplicates,
    int rejected,
    int forbidden,
    int gone,
    int moved,
    int deferred,
    int trapped,
    Map<String, Integer> failed,
    long bytes) {
  /// Nothing yet.
  public static final SourceCounts NONE =
      new SourceCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), 0);

  public SourceCounts {
    failed = Map.copyOf(failed);
  }

  /// New and changed articles together.
  public int articles() {
    return articlesNew + articlesChanged;
  }

  /// Failures of all reasons together.
  public int failures() {
    return failed.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// These counts and `other` together.
  public SourceCounts plus(SourceCounts other) {
    Map<String, Integer> reasons = new TreeMap<>(failed);
    other.failed.forEach((reason, count) -> reasons.merge(reason, count, Integer::sum));
    return new SourceCounts(
        fetched + other.fetched,
        articlesNew + other.articlesNew,
        articlesChanged + other.articlesChanged,
        unchanged + other.unchanged,
        duplicates + other.duplicates,
        rejected + other.rejected,
        forbidden + other.forbidden,
        gone + other.gone,
        moved + other.moved,
        deferred + other.deferred,
        trapped + other.trapped,
        reasons,
        bytes + other.bytes);
  }

  /// These counts and one event more.
  SourceCounts plus(CrawlEvent event) {
    return plus(
        switch (event) {
          case CrawlEvent.SourceRead e -> NONE;
          case CrawlEvent.SourceMoved e -> NONE;
          case CrawlEvent.SourceDone e -> NONE;
          case CrawlEvent.SitemapRetired e -> NONE;
          case CrawlEvent.SourceFailed e -> failure(e.reason());
          case CrawlEvent.Failed e -> failure(e.reason());
          case CrawlEvent.Fetched e ->
              new SourceCounts(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), e.bytes());
          case CrawlEvent.ArticleFound e ->
              e.changed() ? one(0, 1, 0, 0, 0, 0, 0, 0, 0, 0) : one(1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
          case CrawlEvent.Nothing e ->
              e.outcome().equals(Outcomes.DUPLICATE)
                  ? one(0, 0, 0, 1, 0, 0, 0, 0, 0, 0)
                  : one(0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
          case CrawlEvent.Refused e -> one(0, 0, 0, 0, 1, 0, 0, 0, 0, 0);
          case CrawlEvent.Forbidden e -> one(0, 0, 0, 0, 0, 1, 0, 0, 0, 0);
          case CrawlEvent.Gone e -> one(0, 0, 0, 0, 0, 0, 1, 0, 0, 0);
          case CrawlEvent.Moved e -> one(0, 0, 0, 0, 0, 0, 0, 1, 0, 0);
          case CrawlEvent.Deferred e -> one(0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
          case CrawlEvent.Trapped e -> one(0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        });
  }

  private static SourceCounts failure(String reason) {
    return new SourceCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(reason, 1), 0);
  }

  private static SourceCounts one(
      int fresh,
      int changed,
      int unchanged,
      int duplicate,
      int rejected,
      int forbidden,
      int gone,
      int moved,
      int deferred,
      int trapped) {
    return new SourceCounts(
        0, fresh, changed, unchanged, duplicate, rejected, forbidden, gone, moved, deferred,
        trapped, Map.of(), 0);
  }
}
