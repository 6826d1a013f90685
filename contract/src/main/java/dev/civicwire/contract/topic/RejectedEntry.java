package dev.civicwire.contract.topic;

import dev.civicwire.contract.Rejection;
import java.time.Instant;
import java.util.Optional;

/// A rejection as it stands in the rejected topic.
///
/// @param partition of the rejected topic
/// @param offset in that partition
/// @param version grows with every newer entry; the log's own order, while the stage's threads may
///     note their refusals out of it
/// @param rejection with the payload as kept
/// @param payloadBytes size of the payload as it was; larger than what is kept where it was cut
/// @param replayed when it was sent back, if it was
public record RejectedEntry(
    int partition,
    long offset,
    long version,
    Rejection rejection,
    long payloadBytes,
    Optional<Instant> replayed) {
  /// How a user names it: `partition:offset`.
  public String place() {
    return partition + ":" + offset;
  }

  /// True where the limit of a record cut the payload.
  public boolean truncated() {
    return payloadBytes > rejection.payload().size();
  }

  /// Why it cannot be sent back to a topic; empty where it can.
  public Optional<String> notReplayable() {
    if (replayed.isPresent()) {
      return Optional.of(place() + " was replayed at " + replayed.get());
    }
    if (rejection.topic().isEmpty()) {
      return Optional.of(
          "%s came from no topic, but from %s: crawl its page again"
              .formatted(place(), rejection.stage()));
    }
    return truncated()
        ? Optional.of(
            "%s is kept in part only (%d of %d bytes): crawl its page again"
                .formatted(place(), rejection.payload().size(), payloadBytes))
        : Optional.empty();
  }
}
