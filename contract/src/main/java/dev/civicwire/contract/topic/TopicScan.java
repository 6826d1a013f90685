package dev.civicwire.contract.topic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/// Reads a topic from somewhere to the end as it was at the start, without a group.
///
/// The end is the last committed record: reached when the position is there, never when a poll is
/// empty.
record TopicScan(ClientSettings settings, TopicName topic, int partitions) {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration STALLED = Duration.ofMinutes(1);
  private static final int MAX_RECORDS = 1_000;

  /// Everything.
  void all(Consumer<Iterable<ConsumerRecord<byte[], byte[]>>> handler) {
    var _ = read(everyPartition(), partition -> 0, handler);
  }

  /// Of each partition the last `records` offsets.
  ///
  /// @return true where that was everything
  boolean tail(long records, Consumer<Iterable<ConsumerRecord<byte[], byte[]>>> handler) {
    try (KafkaConsumer<byte[], byte[]> consumer = settings.reader(MAX_RECORDS)) {
      List<TopicPartition> asked = everyPartition();
      Map<TopicPartition, Long> first = consumer.beginningOffsets(asked);
      Map<TopicPartition, Long> end = consumer.endOffsets(asked);
      read(consumer, end, p -> Math.max(at(first, p), at(end, p) - records), handler);
      return asked.stream().allMatch(p -> at(first, p) >= at(end, p) - records);
    }
  }

  /// Of one partition everything from an offset on.
  ///
  /// @return the end: what comes later begins there
  long from(
      int partition, long offset, Consumer<Iterable<ConsumerRecord<byte[], byte[]>>> handler) {
    return at(read(List.of(place(partition)), p -> offset, handler), place(partition));
  }

  private Map<TopicPartition, Long> read(
      List<TopicPartition> asked,
      ToLongFunction<TopicPartition> from,
      Consumer<Iterable<ConsumerRecord<byte[], byte[]>>> handler) {
    try (KafkaConsumer<byte[], byte[]> consumer = settings.reader(MAX_RECORDS)) {
      Map<TopicPartition, Long> first = consumer.beginningOffsets(asked);
      Map<TopicPartition, Long> end = consumer.endOffsets(asked);
      read(consumer, end, p -> Math.clamp(from.applyAsLong(p), at(first, p), at(end, p)), handler);
      return end;
    }
  }

  private static void read(
      KafkaConsumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> end,
      ToLongFunction<TopicPartition> from,
      Consumer<Iterable<ConsumerRecord<byte[], byte[]>>> handler) {
    consumer.assign(end.keySet());
    end.keySet().forEach(partition -> consumer.seek(partition, from.applyAsLong(partition)));
    Instant progress = Instant.now();
    while (!atEnd(consumer, end)) {
      List<ConsumerRecord<byte[], byte[]>> wanted = wanted(consumer, end);
      if (!wanted.isEmpty()) {
        handler.accept(wanted);
        progress = Instant.now();
      } else if (Instant.now().isAfter(progress.plus(STALLED))) {
        throw new TimeoutException("no record for " + STALLED.toSeconds() + " s");
      }
    }
  }

  /// A poll may go beyond the end that we aim at.
  private static List<ConsumerRecord<byte[], byte[]>> wanted(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> end) {
    return java.util.stream.StreamSupport.stream(consumer.poll(POLL).spliterator(), false)
        .filter(r -> r.offset() < at(end, new TopicPartition(r.topic(), r.partition())))
        .toList();
  }

  private static boolean atEnd(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> end) {
    boolean all = true;
    for (Map.Entry<TopicPartition, Long> limit : end.entrySet()) {
      if (consumer.position(limit.getKey()) >= limit.getValue()) {
        consumer.pause(List.of(limit.getKey()));
      } else {
        all = false;
      }
    }
    return all;
  }

  private List<TopicPartition> everyPartition() {
    return java.util.stream.IntStream.range(0, partitions)
        .mapToObj(this::place)
        .collect(Collectors.toList());
  }

  private TopicPartition place(int partition) {
    return new TopicPartition(Names.of(settings.config()).topic(topic), partition);
  }

  private static long at(Map<TopicPartition, Long> offsets, TopicPartition partition) {
    Long offset = offsets.get(partition);
    if (offset == null) {
      throw new KafkaException("no offset of " + partition);
    }
    return offset;
  }
}
