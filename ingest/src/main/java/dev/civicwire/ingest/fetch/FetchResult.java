package dev.civicwire.ingest.fetch;

import dev.civicwire.ingest.FetchedPage;
import java.time.Duration;
import java.util.Optional;

/// What came of one request.
public sealed interface FetchResult {
  /// A page, whole or cut at the limit.
  record Page(FetchedPage page) implements FetchResult {}

  /// The known copy is still right.
  record NotModified() implements FetchResult {}

  /// The page is elsewhere. Nothing was asked of the other place yet.
  ///
  /// @param status 301, 302, 303, 307 or 308
  /// @param target normalised address
  record Redirect(int status, String target) implements FetchResult {
    /// Whether the old address will not come back.
    public boolean isPermanent() {
      return status == 301 || status == 308;
    }
  }

  /// The server says that there is no such page (404, 410).
  record Gone(int status) implements FetchResult {}

  /// Nothing usable came.
  ///
  /// @param status HTTP status, 0 where none came
  /// @param detail one line
  /// @param retryAfter what the server asked for, capped
  record Failed(FetchFailure reason, int status, String detail, Optional<Duration> retryAfter)
      implements FetchResult {
    /// A failure without a wish of the server.
    public static Failed of(FetchFailure reason, int status, String detail) {
      return new Failed(reason, status, detail, Optional.empty());
    }

    /// The request was given up because the crawler stops.
    public static Failed stopped() {
      return of(FetchFailure.TIMEOUT, 0, "stopping");
    }
  }
}
