package dev.civicwire.contract.topic;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/// The ids of all articles ever taken back, followed through the rejected topic: asking again costs
/// one request where nothing was added. Safe for threads.
final class RetractedIds implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration STALLED = Duration.ofMinutes(1);
  private static final Duration CLOSE = Duration.ofSeconds(2);
  private static final int MAX_RECORDS = 1_000;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> places;
  private final Set<String> ids = new HashSet<>();
  private Set<String> known = Set.of();

  RetractedIds(ClientSettings clients, int partitions) {
    String topic = Names.of(clients.config()).topic(TopicName.REJECTED);
    this.places =
        IntStream.range(0, partitions).mapToObj(p -> new TopicPartition(topic, p)).toList();
    this.consumer = clients.reader(MAX_RECORDS);
    consumer.assign(places);
    consumer.seekToBeginning(places);
  }

  /// Those that are known by now.
  ///
  /// @throws KafkaException where the broker does not answer
  synchronized Set<String> current() {
    Map<TopicPartition, Long> end = consumer.endOffsets(places);
    long progress = System.nanoTime();
    while (!isAt(end)) {
      var records = consumer.poll(POLL);
      records.forEach(this::note);
      if (!records.isEmpty()) {
        progress = System.nanoTime();
      } else if (System.nanoTime() - progress > STALLED.toNanos()) {
        throw new TimeoutException("no record for " + STALLED.toSeconds() + " s");
      }
    }
    if (known.size() != ids.size()) {
      known = Set.copyOf(ids);
    }
    return known;
  }

  private boolean isAt(Map<TopicPartition, Long> end) {
    return places.stream()
        .allMatch(place -> consumer.position(place) >= end.getOrDefault(place, 0L));
  }

  private void note(ConsumerRecord<byte[], byte[]> record) {
    if (EventHeaders.get(record.headers(), RejectionHeaders.STAGE).equals(Retraction.STAGE)) {
      ids.add(Codec.text(record.key()));
    }
  }

  @Override
  public synchronized void close() {
    Failures.undisturbed(() -> consumer.close(CloseOptions.timeout(CLOSE)));
  }
}
