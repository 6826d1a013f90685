package dev.civicwire.ingest.fetch;

import java.time.Duration;

/// How long and how much.
///
/// @param connect time to connect to one address
/// @param read longest silence
/// @param call time for the whole exchange, from the name's lookup to the last byte
/// @param retryAfterCap longest wait that a server can ask for
public record FetchLimits(Duration connect, Duration read, Duration call, Duration retryAfterCap) {
  /// 10 s to connect, 15 s of silence, 60 s in all; a server can hold us off for a day.
  public static final FetchLimits DEFAULT =
      new FetchLimits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(15),
          Duration.ofSeconds(60),
          Duration.ofDays(1));
}
