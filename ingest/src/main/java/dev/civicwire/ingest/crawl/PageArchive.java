package dev.civicwire.ingest.crawl;

import dev.civicwire.ingest.FetchedPage;
import java.time.Instant;
import java.util.Optional;

/// Keeps responses as they came. Safe for threads.
@FunctionalInterface
public interface PageArchive extends AutoCloseable {
  /// Keeps `page`.
  ///
  /// @throws dev.civicwire.contract.StageException where it cannot be written
  void add(FetchedPage page, Origin origin);

  /// What a replay has to know of a page besides its bytes.
  ///
  /// @param source that led to it
  /// @param articleId of the article that it gave
  /// @param published when, as the source says
  /// @param duplicate true where the article is another page's
  record Origin(
      String source, Optional<String> articleId, Optional<Instant> published, boolean duplicate) {}

  /// Ends the writing.
  @Override
  default void close() {}

  /// Keeps nothing.
  static PageArchive none() {
    return (page, origin) -> {};
  }
}
