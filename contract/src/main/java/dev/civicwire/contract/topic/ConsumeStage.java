package dev.civicwire.contract.topic;

import dev.civicwire.contract.Rejection;
import dev.civicwire.contract.StageException;
import dev.civicwire.contract.TaggedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/// Reads tagged articles and hands them to a handler, at least once: what the handler refuses is
/// written to the rejected topic, and only then is it noted how far was read.
///
/// Any number of processes share the partitions as the group `civicwire-index`.
public final class ConsumeStage {
  private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

  private final KafkaConfig config;
  private final ConsumeSettings settings;
  private final BatchHandler<TaggedArticle> handler;
  private final StageRun run = new StageRun();
  private final StageMetrics metrics = new StageMetrics();
  private final Patience patience;

  public ConsumeStage(
      KafkaConfig config, ConsumeSettings settings, BatchHandler<TaggedArticle> handler) {
    this.config = config;
    this.settings = settings;
    this.handler = handler;
    this.patience = new Patience(config, settings.name(), settings.patience());
  }

  /// What the stage has done so far.
  public StageMetrics metrics() {
    return metrics;
  }

  /// Works in the calling thread until [#stop] is called from another. A stage runs once.
  ///
  /// @throws StageException where topics are missing, access is refused, the broker stays away for
  ///     longer than the patience, or the handler cannot go on; what was in hand is read again at
  ///     the next start
  public void run() {
    run.begin();
    ClientSettings clients = new ClientSettings(config);
    try {
      int partitions = new Topics(config).existing().getOrDefault(TopicName.REJECTED, 1);
      Envelope envelope = new Envelope(config, partitions);
      try (RejectionWriter writer = new RejectionWriter(clients);
          GroupReader reader =
              new GroupReader(clients, StageGroup.INDEX, settings.batchRecords(), metrics)) {
        loop(envelope, writer, reader);
      }
    } catch (InterruptException e) {
      if (!run.stopping()) {
        throw new StageException(settings.name() + " was interrupted", e);
      }
      // The interrupt was our own, from stop().
      var _ = Thread.interrupted();
    } finally {
      run.end();
    }
  }

  /// Ends [#run] and returns when it has ended, within ten seconds. A handler that takes longer is
  /// interrupted, and its records are read again at the next start.
  public void stop() {
    run.stop();
  }

  private void loop(Envelope envelope, RejectionWriter writer, GroupReader reader) {
    boolean ready = true;
    while (ready && !run.stopping()) {
      try {
        step(envelope, writer, reader);
        patience.succeeded();
      } catch (InterruptException e) {
        throw e;
      } catch (KafkaException e) {
        metrics.retried();
        ready = recover(reader, e);
      }
    }
  }

  private void step(Envelope envelope, RejectionWriter writer, GroupReader reader) {
    ConsumerRecords<byte[], byte[]> input = reader.poll();
    if (input.isEmpty()) {
      reader.commitIdle();
      return;
    }
    ReadBatch<TaggedArticle> batch =
        new ReadBatch<>(settings.name(), Codec.TAGGED_ARTICLE, envelope, input);
    List<Rejection> rejections =
        batch.records().isEmpty() ? List.of() : handler.handle(batch.records());
    List<ProducerRecord<byte[], byte[]>> rejected = batch.rejected(rejections);
    writer.write(batch.undecodable());
    writer.write(rejected);
    commit(reader, StageActivity.noted(input.nextOffsets(), Instant.now()));
    metrics.committed(input.count(), rejected.size() + batch.undecodable().size());
  }

  private void commit(GroupReader reader, Map<TopicPartition, OffsetAndMetadata> offsets) {
    try {
      reader.commit(offsets);
    } catch (CommitFailedException e) {
      // The partitions went to another member, which handles these records again: no harm.
      metrics.retried();
    }
  }

  private boolean recover(GroupReader reader, KafkaException first) {
    Optional<KafkaException> failure = Optional.of(first);
    while (!run.stopping()) {
      failure.ifPresent(patience::failed);
      run.pause(AFTER_FAILURE);
      try {
        reader.rewind();
        return true;
      } catch (InterruptException e) {
        throw e;
      } catch (KafkaException e) {
        failure = Optional.of(e);
      }
    }
    return false;
  }
}
