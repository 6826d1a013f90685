package dev.civicwire.ingest.source;

import dev.civicwire.contract.Payload;
import java.time.Instant;
import java.util.Optional;

/// A link to an article and what its source says of it.
///
/// @param url in the form that is asked for
/// @param title hint
/// @param published hint
/// @param updated last change as the source claims
/// @param record the article's data, where the source itself holds it and nothing is to be fetched
public record FoundLink(
    String url,
    Optional<String> title,
    Optional<Instant> published,
    Optional<Instant> updated,
    Optional<Payload> record) {
  /// A link to a page.
  public FoundLink(
      String url, Optional<String> title, Optional<Instant> published, Optional<Instant> updated) {
    this(url, title, published, updated, Optional.empty());
  }

  /// A link of which nothing is known.
  static FoundLink bare(String url) {
    return new FoundLink(url, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
