package dev.civicwire.ingest.source;

import java.time.Instant;
import java.util.Optional;

/// A link to an article and what its source says of it.
///
/// @param url in the form that is asked for
/// @param title hint
/// @param published hint
/// @param updated last change as the source claims
public record FoundLink(
    String url, Optional<String> title, Optional<Instant> published, Optional<Instant> updated) {
  /// A link of which nothing is known.
  static FoundLink bare(String url) {
    return new FoundLink(url, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
