package dev.civicwire.index.write;

import java.util.List;

/// What came of a list of requests.
///
/// @param written documents added, replaced or taken out
/// @param stale requests that were already done or overtaken by a newer version
/// @param rejected requests that the engine will never take
/// @param unwritten requests still to do because the stop flag was set; to be asked for again
public record WriteOutcome(
    int written, int stale, List<Rejected> rejected, List<IndexRequest> unwritten) {
  /// Nothing asked, nothing done.
  public static final WriteOutcome NONE = new WriteOutcome(0, 0, List.of(), List.of());

  public WriteOutcome {
    rejected = List.copyOf(rejected);
    unwritten = List.copyOf(unwritten);
  }

  /// True where every request is written, stale or rejected: its offsets may be committed.
  public boolean complete() {
    return unwritten.isEmpty();
  }

  /// A request that was refused for good.
  ///
  /// @param request what was asked
  /// @param reason short code, such as `document-parsing`, `too-large`
  /// @param message one line with the engine's own reason
  public record Rejected(IndexRequest request, String reason, String message) {}
}
