package dev.civicwire.contract.topic;

import dev.civicwire.contract.Payload;
import dev.civicwire.contract.Rejection;
import java.time.Instant;
import java.util.Optional;

/// A record as a stage reads it.
///
/// @param <T> what the topic carries
/// @param topic full name
/// @param partition of that topic
/// @param offset in that partition
/// @param key the article's id
/// @param version grows with every newer record of the same key, also when the topic gets more
///     partitions; use it as external version
/// @param value absent in a tombstone: what is known under the key is to be deleted
public record TopicRecord<T>(
    String topic, int partition, long offset, String key, long version, Optional<T> value) {
  /// Bits of [#version()] below the milliseconds: enough for two million records in one of them.
  private static final int OFFSET_BITS = 21;

  /// The refusal of this record. Its payload and headers are filled in when it is written.
  ///
  /// @param stage that refuses
  /// @param reason short code
  /// @param message one line that says what and what to do
  /// @param url where known
  public Rejection rejection(String stage, String reason, String message, Optional<String> url) {
    return new Rejection(
        stage,
        reason,
        message,
        key,
        Optional.of(topic),
        partition,
        offset,
        url,
        Instant.now(),
        new Payload(new byte[0]));
  }

  /// Time first, since a key moves to another partition when the topic grows; offset second, since
  /// the broker stamps a whole batch with one time.
  static long version(long timestampMillis, long offset) {
    return (timestampMillis << OFFSET_BITS) | (offset & ((1L << OFFSET_BITS) - 1));
  }
}
