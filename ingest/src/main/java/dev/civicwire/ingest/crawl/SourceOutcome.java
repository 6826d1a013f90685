package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState.OfSitemap;
import dev.civicwire.ingest.source.FoundLink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What came of reading a source.
sealed interface SourceOutcome {
  /// It was read.
  ///
  /// @param cut true where a limit ended the reading early
  /// @param parts what is to be remembered of the parts of an index
  /// @param forgotten parts that an index does not list any more
  record Read(
      List<FoundLink> links,
      Optional<String> etag,
      Optional<String> lastModified,
      boolean cut,
      List<SitemapParts.Read> parts,
      List<OfSitemap> forgotten)
      implements SourceOutcome {
    /// Of one page that has no parts.
    static Read of(FoundLink link) {
      return new Read(
          List.of(link), Optional.empty(), Optional.empty(), false, List.of(), List.of());
    }
  }

  /// Its server says that it is as it was.
  record Unchanged() implements SourceOutcome {}

  /// Its robots.txt cannot be read.
  record Held(Instant until, String why) implements SourceOutcome {}

  /// It could not be read.
  record Failed(String reason, String detail) implements SourceOutcome {}
}
