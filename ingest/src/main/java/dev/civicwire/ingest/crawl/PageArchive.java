package dev.civicwire.ingest.crawl;

import dev.civicwire.ingest.FetchedPage;
import java.util.Optional;

/// Keeps responses as they came. Safe for threads.
@FunctionalInterface
public interface PageArchive {
  /// Keeps `page`.
  ///
  /// @param articleId of the article that it gave
  /// @throws dev.civicwire.contract.StageException where it cannot be written
  void add(FetchedPage page, Optional<String> articleId);

  /// Keeps nothing.
  static PageArchive none() {
    return (page, articleId) -> {};
  }
}
