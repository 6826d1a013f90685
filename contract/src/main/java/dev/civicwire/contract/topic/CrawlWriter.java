package dev.civicwire.contract.topic;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlLog.CrawlBatch;
import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.Rejection;
import dev.civicwire.contract.StageException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/// Writes what a crawl found, a batch a transaction, under one transactional id: opening it ends
/// the writing of every other of the same id. Finds out what became of a commit whose answer was
/// lost.
///
/// Safe for threads; batches are written one after the other.
final class CrawlWriter implements AutoCloseable {
  private static final Duration LONGEST_TRY = Duration.ofMinutes(2);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final ClientSettings clients;
  private final String transactionalId;
  private final TransactionalProducer producer;
  private final Envelope envelope;
  private final String instance;
  private final ConsumerGroupMetadata membership;
  private final RetractedIds retracted;
  private final ReentrantLock lock = new ReentrantLock();
  private long sequence;

  /// @param transactionalId the same after a restart
  /// @param instance this process, unlike every other
  /// @param partitions of every topic
  /// @param retracted articles, which are never published again
  CrawlWriter(
      ClientSettings clients,
      String transactionalId,
      String instance,
      int partitions,
      RetractedIds retracted,
      TransactionalProducer.Faults faults) {
    this.clients = clients;
    this.transactionalId = transactionalId;
    this.instance = instance;
    this.envelope = new Envelope(clients.config(), partitions);
    this.membership = WriterMark.group(clients, transactionalId);
    this.retracted = retracted;
    this.producer = new TransactionalProducer(clients, transactionalId, faults);
  }

  /// Takes over: from here on an older writer finds our mark.
  ///
  /// @throws StageException where the broker does not let us
  void open() {
    try {
      producer.open();
      write(List.of());
    } catch (KafkaException e) {
      close();
      throw failure("the crawl log cannot be opened", e);
    }
  }

  /// Writes the batch: after a return all of it is there, after an exception none.
  ///
  /// @throws StageException where it could not be committed
  void commit(CrawlBatch batch) {
    lock.lock();
    try {
      List<ProducerRecord<byte[], byte[]>> records = records(batch, retracted());
      sequence++;
      commit(records);
    } finally {
      lock.unlock();
    }
  }

  /// What must not be published: a broker that starts again is waited for as in a commit.
  private Set<String> retracted() {
    Instant end = Instant.now().plus(LONGEST_TRY);
    while (true) {
      try {
        return retracted.current();
      } catch (KafkaException e) {
        if (!Failures.isPassing(e) || Instant.now().isAfter(end)) {
          throw failure("the retractions cannot be read", e);
        }
        pause();
      }
    }
  }

  private List<ProducerRecord<byte[], byte[]>> records(CrawlBatch batch, Set<String> never) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (Article article : batch.articles()) {
      if (!never.contains(article.id())) {
        records.add(envelope.article(article).record());
      }
    }
    for (CrawlState state : batch.states()) {
      records.add(envelope.crawlState(state));
    }
    for (CrawlState state : batch.forgotten()) {
      records.add(envelope.forgotten(state));
    }
    for (Rejection rejection : batch.rejections()) {
      records.add(envelope.rejected(rejection).record());
    }
    return records;
  }

  private void commit(List<ProducerRecord<byte[], byte[]>> records) {
    Instant end = Instant.now().plus(LONGEST_TRY);
    while (true) {
      try {
        write(records);
        return;
      } catch (KafkaException e) {
        if (settled(e, end)) {
          return;
        }
      }
    }
  }

  private void write(List<ProducerRecord<byte[], byte[]>> records) {
    producer.commit(
        records,
        WriterMark.offsets(Names.of(clients.config()), new WriterMark(instance, sequence)),
        membership);
  }

  /// Finds out what became of a failed transaction.
  ///
  /// @return true where it is committed after all, false where it is gone and may be written again
  /// @throws StageException where it is gone and another try would not help, or nothing can be
  ///     found out
  private boolean settled(KafkaException failure, Instant end) {
    if (failure instanceof InterruptException || Failures.isHopeless(failure)) {
      throw failure("the crawl log cannot be written", failure);
    }
    if (!Failures.isFenced(failure) && producer.abort()) {
      if (Failures.isPassing(failure) && Instant.now().isBefore(end)) {
        pause();
        return false;
      }
      throw failure("the crawl log took nothing of this batch", failure);
    }
    KafkaException last = failure;
    while (Instant.now().isBefore(end)) {
      pause();
      try {
        refuseIfTakenOver();
        producer.open();
        return committed();
      } catch (InterruptException e) {
        throw failure("the crawl log was interrupted", e);
      } catch (KafkaException e) {
        last = e;
      }
    }
    throw failure("the crawl log cannot be written", last);
  }

  private boolean committed() {
    return WriterMark.read(clients, transactionalId)
        .filter(new WriterMark(instance, sequence)::equals)
        .isPresent();
  }

  /// Fenced may also mean that the broker lost patience with us: then the mark is still ours.
  private void refuseIfTakenOver() {
    WriterMark.read(clients, transactionalId)
        .filter(mark -> !mark.instance().equals(instance))
        .ifPresent(
            mark -> {
              throw new StageException(
                  "another crawl has taken over '%s' (%s): this one stops; run one at a time"
                      .formatted(transactionalId, mark.instance()));
            });
  }

  private static void pause() {
    try {
      Thread.sleep(AFTER_FAILURE);
    } catch (InterruptedException e) {
      throw Failures.interrupted(e);
    }
  }

  private StageException failure(String what, KafkaException cause) {
    return Failures.stage(clients.config(), what, cause);
  }

  @Override
  public void close() {
    producer.close();
  }
}
