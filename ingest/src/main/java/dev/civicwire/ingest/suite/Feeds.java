package dev.civicwire.ingest.suite;

import dev.civicwire.contract.Payload;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.source.SourceBasics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Suite files as if they had been fetched.
final class Feeds {
  private Feeds() {}

  static SourceBasics basics() {
    return SourceBasics.of("suite", "https://example.org/", Duration.ofHours(1));
  }

  static FetchedPage page(byte[] body, Optional<String> contentType, String url) {
    return new FetchedPage(
        url,
        url,
        200,
        contentType,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        new Payload(body),
        false,
        Instant.EPOCH);
  }
}
