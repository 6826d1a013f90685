package dev.civicwire.contract.topic;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;

/// One member of a stage's consumer group.
final class GroupReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration SOON = Duration.ofMillis(100);
  private static final Duration CLOSE = Duration.ofSeconds(2);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final StageMetrics metrics;

  /// How far each partition was committed since it was assigned.
  private final Map<TopicPartition, Long> committed = new HashMap<>();

  GroupReader(ClientSettings settings, StageGroup group, int maxRecords, StageMetrics metrics) {
    Names names = Names.of(settings.config());
    this.consumer = settings.groupConsumer(names.group(group), maxRecords);
    this.metrics = metrics;
    consumer.subscribe(List.of(names.topic(group.input())), new Assignment());
  }

  ConsumerRecords<byte[], byte[]> poll() {
    metrics.turned();
    return consumer.poll(POLL);
  }

  /// The membership as of the last poll. Taken before the work, so that a commit is refused when
  /// the partitions have gone to another member meanwhile.
  ConsumerGroupMetadata membership() {
    return consumer.groupMetadata();
  }

  void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
    consumer.commitSync(offsets);
    committed(offsets);
  }

  /// Takes note of offsets that were committed in a transaction.
  void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
    offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
  }

  /// Commits past the markers that end transactions, which are no records: without that an idle
  /// group would seem to lag.
  void commitIdle() {
    Map<TopicPartition, OffsetAndMetadata> ahead = new HashMap<>();
    try {
      for (TopicPartition partition : consumer.assignment()) {
        long position = consumer.position(partition, SOON);
        if (position > committed.getOrDefault(partition, -1L)) {
          ahead.put(partition, new OffsetAndMetadata(position));
        }
      }
    } catch (TimeoutException e) {
      // No position yet: the next idle moment has it.
      return;
    }
    if (ahead.isEmpty()) {
      return;
    }
    try {
      commit(withNotes(ahead));
    } catch (CommitFailedException | RebalanceInProgressException | TimeoutException e) {
      // Only the lag shown hangs on it: the next idle moment tries again.
      committed.clear();
    }
  }

  /// With what was noted of the last work, since an idle moment is none.
  private Map<TopicPartition, OffsetAndMetadata> withNotes(
      Map<TopicPartition, OffsetAndMetadata> offsets) {
    Map<TopicPartition, OffsetAndMetadata> before = consumer.committed(offsets.keySet());
    Map<TopicPartition, OffsetAndMetadata> noted = new HashMap<>();
    offsets.forEach(
        (partition, offset) ->
            noted.put(
                partition,
                Optional.ofNullable(before.get(partition))
                    .map(b -> new OffsetAndMetadata(offset.offset(), b.metadata()))
                    .orElse(offset)));
    return noted;
  }

  /// Goes back to what is committed.
  void rewind() {
    Set<TopicPartition> assigned = consumer.assignment();
    Map<TopicPartition, OffsetAndMetadata> offsets = consumer.committed(assigned);
    for (TopicPartition partition : assigned) {
      OffsetAndMetadata offset = offsets.get(partition);
      if (offset == null) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        consumer.seek(partition, offset);
      }
    }
  }

  @Override
  public void close() {
    Failures.undisturbed(() -> consumer.close(CloseOptions.timeout(CLOSE)));
  }

  /// With a listener partitions are given up inside `poll` only, never while a batch is in hand.
  private final class Assignment implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      forget(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      forget(partitions);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      metrics.assigned(consumer.assignment().size());
    }

    private void forget(Collection<TopicPartition> partitions) {
      committed.keySet().removeAll(partitions);
      metrics.assigned(consumer.assignment().size() - partitions.size());
    }
  }
}
