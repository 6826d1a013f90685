package dev.civicwire.ingest.source;

import dev.civicwire.ingest.FetchedPage;

/// Finds the links in a page of a source.
@FunctionalInterface
public interface SourceReader {
  /// The links of `page`, in its order.
  ///
  /// @throws UnreadableSourceException where the page is not what the source's kind says
  Reading read(FetchedPage page) throws UnreadableSourceException;
}
