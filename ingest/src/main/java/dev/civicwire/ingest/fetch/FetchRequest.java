package dev.civicwire.ingest.fetch;

import java.util.Optional;

/// What is asked for.
///
/// @param url normalised
/// @param maxBytes most unpacked bytes of the body that are read
/// @param etag validator of the copy that is known
/// @param lastModified validator of the copy that is known
public record FetchRequest(
    String url, int maxBytes, Optional<String> etag, Optional<String> lastModified) {
  /// A request for a page of which no copy is known.
  public static FetchRequest of(String url, int maxBytes) {
    return new FetchRequest(url, maxBytes, Optional.empty(), Optional.empty());
  }

  boolean isConditional() {
    return etag.isPresent() || lastModified.isPresent();
  }
}
