package dev.civicwire.ingest.extract;

import dev.civicwire.ingest.FetchedPage;

/// Finds the article in a page. Implementations hold no state between pages and are safe for
/// threads.
@FunctionalInterface
public interface Extractor {
  /// The article of `page`, which `source` led to.
  Extraction extract(FetchedPage page, String source);
}
