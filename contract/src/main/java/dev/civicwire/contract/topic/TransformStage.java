package dev.civicwire.contract.topic;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.StageException;
import dev.civicwire.contract.TaggedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/// Reads articles, makes tagged articles of them and writes those, exactly once: what is written,
/// what is rejected and how far was read are one transaction. The function runs on a fixed pool,
/// its results are written in the order of the input. Tombstones are passed on.
///
/// Any number of processes share the partitions as the group `civicwire-enrich`.
public final class TransformStage {
  private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

  private final KafkaConfig config;
  private final TransformSettings settings;
  private final Function<Article, TaggedArticle> function;
  private final TransactionalProducer.Faults faults;
  private final StageRun run = new StageRun();
  private final StageMetrics metrics = new StageMetrics();
  private final Patience patience;

  /// @param function safe for several threads; what it throws becomes a rejection `enrich-failed`
  public TransformStage(
      KafkaConfig config, TransformSettings settings, Function<Article, TaggedArticle> function) {
    this(config, settings, function, TransactionalProducer.Faults.NONE);
  }

  TransformStage(
      KafkaConfig config,
      TransformSettings settings,
      Function<Article, TaggedArticle> function,
      TransactionalProducer.Faults faults) {
    this.config = config;
    this.settings = settings;
    this.function = function;
    this.faults = faults;
    this.patience = new Patience(config, settings.transactionalId(), settings.patience());
  }

  /// What the stage has done so far.
  public StageMetrics metrics() {
    return metrics;
  }

  /// Works in the calling thread until [#stop] is called from another. A stage runs once.
  ///
  /// @throws StageException where topics are missing, access is refused, or the broker stays away
  ///     for longer than the patience; nothing that was read is lost or done twice
  public void run() {
    run.begin();
    ClientSettings clients = new ClientSettings(config);
    try {
      int partitions = new Topics(config).existing().getOrDefault(TopicName.ARTICLES, 1);
      Envelope envelope = new Envelope(config, partitions);
      try (TransformBatch batch = new TransformBatch(envelope, settings, function, run);
          TransactionalProducer producer =
              new TransactionalProducer(clients, settings.transactionalId(), faults);
          GroupReader reader =
              new GroupReader(clients, StageGroup.ENRICH, settings.batchRecords(), metrics)) {
        loop(batch, producer, reader);
      }
    } catch (InterruptException e) {
      endedByInterrupt(e);
    } finally {
      run.end();
    }
  }

  /// Ends [#run] and returns when it has ended, within ten seconds: the batch in hand is committed,
  /// or left for the next start.
  public void stop() {
    run.stop();
  }

  private void loop(TransformBatch batch, TransactionalProducer producer, GroupReader reader) {
    boolean ready = recover(producer, reader, Optional.empty());
    while (ready && !run.stopping()) {
      try {
        step(batch, producer, reader);
        patience.succeeded();
      } catch (InterruptException e) {
        throw e;
      } catch (KafkaException e) {
        metrics.retried();
        ready = recover(producer, reader, Optional.of(e));
      }
    }
  }

  private void step(TransformBatch batch, TransactionalProducer producer, GroupReader reader) {
    ConsumerRecords<byte[], byte[]> input = reader.poll();
    if (input.isEmpty()) {
      reader.commitIdle();
      return;
    }
    ConsumerGroupMetadata membership = reader.membership();
    Optional<List<Envelope.Sealed>> output = batch.transform(input);
    if (output.isEmpty()) {
      return;
    }
    List<ProducerRecord<byte[], byte[]>> records =
        output.get().stream().map(Envelope.Sealed::record).toList();
    Map<TopicPartition, OffsetAndMetadata> done =
        StageActivity.noted(input.nextOffsets(), Instant.now());
    producer.commit(records, done, membership);
    reader.committed(done);
    int rejected = (int) output.get().stream().filter(Envelope.Sealed::rejected).count();
    metrics.committed(input.count(), rejected);
  }

  /// Takes back what is half done, or opens the producer where there is no failure yet.
  ///
  /// @return false where a stop came first
  private boolean recover(
      TransactionalProducer producer, GroupReader reader, Optional<KafkaException> first) {
    Optional<KafkaException> failure = first;
    boolean broken = first.map(Failures::isFenced).orElse(true);
    while (!run.stopping()) {
      try {
        failure.ifPresent(patience::failed);
        if (failure.isPresent()) {
          run.pause(AFTER_FAILURE);
        }
        if (broken || !producer.abort()) {
          broken = true;
          producer.open();
        }
        reader.rewind();
        return true;
      } catch (InterruptException e) {
        throw e;
      } catch (KafkaException e) {
        failure = Optional.of(e);
        broken = true;
      }
    }
    return false;
  }

  private void endedByInterrupt(InterruptException cause) {
    if (!run.stopping()) {
      throw new StageException(settings.transactionalId() + " was interrupted", cause);
    }
    // The interrupt was our own, from stop().
    var _ = Thread.interrupted();
  }
}
