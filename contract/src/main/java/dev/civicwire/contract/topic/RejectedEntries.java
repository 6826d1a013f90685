package dev.civicwire.contract.topic;

import dev.civicwire.contract.Payload;
import dev.civicwire.contract.Rejection;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Rejections and the markers that settle them, gathered from a part of the rejected topic. A
/// marker stands behind its rejection in the same partition, so a part that reaches to the end has
/// it.
final class RejectedEntries {
  private final Map<String, RejectedEntry> byPlace = new LinkedHashMap<>();
  private final Map<String, Instant> replayed = new HashMap<>();

  void addAll(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      add(record, entry -> true, false);
    }
  }

  /// Keeps those selected and forgets their payloads, of which there may be too many.
  void addAllWithoutPayload(
      Iterable<ConsumerRecord<byte[], byte[]>> records, Predicate<RejectedEntry> selection) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      add(record, selection, true);
    }
  }

  private void add(
      ConsumerRecord<byte[], byte[]> record, Predicate<RejectedEntry> selection, boolean bare) {
    String settles = EventHeaders.get(record.headers(), RejectionHeaders.REPLAYED);
    if (!settles.isEmpty()) {
      replayed.put(settles, Instant.ofEpochMilli(record.timestamp()));
      return;
    }
    RejectedEntry entry = entry(record);
    if (selection.test(entry)) {
      byPlace.put(entry.place(), bare && !entry.truncated() ? bare(entry) : entry);
    }
  }

  private static RejectedEntry entry(ConsumerRecord<byte[], byte[]> record) {
    Rejection rejection = RejectionHeaders.rejection(record);
    long bytes =
        RejectionHeaders.number(
            EventHeaders.get(record.headers(), RejectionHeaders.PAYLOAD_BYTES),
            rejection.payload().size());
    return new RejectedEntry(
        record.partition(),
        record.offset(),
        TopicRecord.version(record.timestamp(), record.offset()),
        rejection,
        bytes,
        Optional.empty());
  }

  private static RejectedEntry bare(RejectedEntry entry) {
    Rejection rejection = entry.rejection();
    Rejection bare =
        new Rejection(
            rejection.stage(),
            rejection.reason(),
            rejection.message(),
            rejection.key(),
            rejection.topic(),
            rejection.partition(),
            rejection.offset(),
            rejection.url(),
            rejection.at(),
            new Payload(new byte[0]));
    return new RejectedEntry(
        entry.partition(), entry.offset(), entry.version(), bare, 0, entry.replayed());
  }

  Stream<RejectedEntry> entries() {
    return byPlace.values().stream()
        .map(
            entry ->
                new RejectedEntry(
                    entry.partition(),
                    entry.offset(),
                    entry.version(),
                    entry.rejection(),
                    entry.payloadBytes(),
                    Optional.ofNullable(replayed.get(entry.place()))));
  }

  /// True where no partition could have a newer one that was not read.
  boolean enoughInEachPartition(int limit, int partitions, Predicate<RejectedEntry> wanted) {
    long[] counts = new long[partitions];
    entries().filter(wanted).forEach(entry -> counts[entry.partition()]++);
    return IntStream.range(0, partitions).allMatch(p -> counts[p] >= limit);
  }
}
