package dev.civicwire.ingest.crawl;

import dev.civicwire.ingest.source.FoundLink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What came of reading a source.
sealed interface SourceOutcome {
  /// It was read.
  ///
  /// @param cut true where a limit ended the reading early
  record Read(
      List<FoundLink> links, Optional<String> etag, Optional<String> lastModified, boolean cut)
      implements SourceOutcome {}

  /// Its server says that it is as it was.
  record Unchanged() implements SourceOutcome {}

  /// Its robots.txt cannot be read.
  record Held(Instant until, String why) implements SourceOutcome {}

  /// It could not be read.
  record Failed(String reason, String detail) implements SourceOutcome {}
}
