package dev.civicwire.ingest;

import dev.civicwire.contract.Payload;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A response as it came, decompressed: from the network, from an archive or from a file.
///
/// @param requestedUrl as it was asked for
/// @param url of the response, after redirects
/// @param status HTTP status, 200 for files
/// @param contentType header as it came
/// @param robotsTags `X-Robots-Tag` headers as they came
/// @param etag validator
/// @param lastModified validator
/// @param body decompressed bytes
/// @param truncated true where the size limit cut the body
/// @param fetchedAt when
public record FetchedPage(
    String requestedUrl,
    String url,
    int status,
    Optional<String> contentType,
    List<String> robotsTags,
    Optional<String> etag,
    Optional<String> lastModified,
    Payload body,
    boolean truncated,
    Instant fetchedAt) {
  public FetchedPage {
    robotsTags = List.copyOf(robotsTags);
  }

  /// A page that is at hand as bytes, for the filters and for tests.
  public static FetchedPage ofBytes(String url, byte[] body, Instant at) {
    return new FetchedPage(
        url,
        url,
        200,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        new Payload(body),
        false,
        at);
  }
}
