package dev.civicwire.contract.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/// A producer whose every write is one transaction, and which can be replaced when it is broken.
/// Used by one thread at a time.
final class TransactionalProducer implements AutoCloseable {
  private static final Duration CLOSE = Duration.ofSeconds(2);

  private final ClientSettings settings;
  private final String transactionalId;
  private final Faults faults;
  private @Nullable KafkaProducer<byte[], byte[]> current;

  TransactionalProducer(ClientSettings settings, String transactionalId, Faults faults) {
    this.settings = settings;
    this.transactionalId = transactionalId;
    this.faults = faults;
  }

  /// Makes a new producer, which fences every other one of this transactional id and settles what
  /// that one left open: afterwards it is either committed or gone. Blocks until that is done.
  ///
  /// @throws KafkaException where the broker cannot be reached; to be called again then
  void open() {
    drop(Duration.ZERO);
    KafkaProducer<byte[], byte[]> fresh = settings.transactionalProducer(transactionalId);
    current = fresh;
    fresh.initTransactions();
  }

  /// The same without offsets.
  void commit(List<ProducerRecord<byte[], byte[]>> records) {
    commit(records, Optional.empty());
  }

  /// All of it or nothing, with how far was read. Futures are not looked at one by one: the commit
  /// fails when one has.
  ///
  /// @throws KafkaException where it is not known to be committed; then [#abort] or [#open]
  void commit(
      List<ProducerRecord<byte[], byte[]>> records,
      Map<TopicPartition, OffsetAndMetadata> offsets,
      ConsumerGroupMetadata group) {
    commit(records, Optional.of(new Progress(offsets, group)));
  }

  private void commit(List<ProducerRecord<byte[], byte[]>> records, Optional<Progress> progress) {
    KafkaProducer<byte[], byte[]> producer = current;
    if (producer == null) {
      throw new KafkaException("the producer is not open");
    }
    producer.beginTransaction();
    for (ProducerRecord<byte[], byte[]> record : records) {
      var _ = producer.send(record);
    }
    progress.ifPresent(p -> producer.sendOffsetsToTransaction(p.offsets(), p.group()));
    faults.beforeCommit(producer);
    producer.commitTransaction();
    faults.afterCommit();
  }

  /// Tries to take the transaction back.
  ///
  /// @return true where nothing of it is there and the producer is good for the next
  boolean abort() {
    KafkaProducer<byte[], byte[]> producer = current;
    if (producer == null) {
      return false;
    }
    try {
      producer.abortTransaction();
      return true;
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException | IllegalStateException e) {
      // Illegal: the commit was sent and its answer never came. Only a new producer can settle
      // that.
      return false;
    }
  }

  @Override
  public void close() {
    drop(CLOSE);
  }

  private void drop(Duration patience) {
    KafkaProducer<byte[], byte[]> producer = current;
    current = null;
    if (producer != null) {
      Failures.undisturbed(() -> producer.close(patience));
    }
  }

  private record Progress(
      Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {}

  /// Where tests break a transaction. In use it does nothing.
  interface Faults {
    /// No faults.
    Faults NONE = new Faults() {};

    /// All is sent, nothing committed.
    default void beforeCommit(KafkaProducer<byte[], byte[]> producer) {}

    /// Committed, and nobody told yet.
    default void afterCommit() {}
  }
}
