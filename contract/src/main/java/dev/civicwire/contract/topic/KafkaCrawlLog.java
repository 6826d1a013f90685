package dev.civicwire.contract.topic;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlLog;
import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.Rejection;
import dev.civicwire.contract.StageException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/// The crawl log in Kafka. One at a time: opening it ends the writing of every other of the same
/// transactional id, so that two runs never overlap.
///
/// What was retracted is never published again, although its page is still there and may change.
///
/// Safe for threads; batches are written one after the other.
public final class KafkaCrawlLog implements CrawlLog, AutoCloseable {
  private static final Duration LONGEST_TRY = Duration.ofMinutes(2);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final ClientSettings clients;
  private final Names names;
  private final String transactionalId;
  private final TransactionalProducer producer;
  private final Map<TopicName, Integer> partitions;
  private final String instance;
  private final ConsumerGroupMetadata membership;
  private final RetractedIds retracted;
  private final ReentrantLock lock = new ReentrantLock();
  private long sequence;

  /// Opens the log.
  ///
  /// @param transactionalId of the crawler, such as `ingest-0`: the same after a restart
  /// @throws StageException where topics are missing or the broker does not answer
  public KafkaCrawlLog(KafkaConfig config, String transactionalId) {
    this(config, transactionalId, TransactionalProducer.Faults.NONE);
  }

  KafkaCrawlLog(KafkaConfig config, String transactionalId, TransactionalProducer.Faults faults) {
    this.clients = new ClientSettings(config);
    this.names = Names.of(config);
    this.transactionalId = transactionalId;
    this.partitions = new Topics(config).existing();
    this.instance =
        "process %d since %s, %s"
            .formatted(ProcessHandle.current().pid(), Instant.now(), UUID.randomUUID());
    this.membership = WriterMark.group(clients, transactionalId);
    this.retracted = new RetractedIds(clients, partitions.getOrDefault(TopicName.REJECTED, 1));
    this.producer = new TransactionalProducer(clients, transactionalId, faults);
    open();
  }

  /// Takes over: from here on an older writer finds our mark.
  private void open() {
    try {
      producer.open();
      write(List.of());
    } catch (KafkaException e) {
      close();
      throw failure("the crawl log cannot be opened", e);
    }
  }

  @Override
  public List<CrawlState> load() {
    return read(clients, partitions);
  }

  /// The same for a mere reader, who leaves no trace on the broker and disturbs no crawler.
  ///
  /// @throws StageException where topics are missing or the broker does not answer
  public static List<CrawlState> read(KafkaConfig config) {
    return read(new ClientSettings(config), new Topics(config).existing());
  }

  private static List<CrawlState> read(ClientSettings clients, Map<TopicName, Integer> partitions) {
    CrawlStates states = new CrawlStates();
    try {
      int count = partitions.getOrDefault(TopicName.CRAWL_STATE, 1);
      new TopicScan(clients, TopicName.CRAWL_STATE, count).all(states::addAll);
    } catch (KafkaException e) {
      throw Failures.stage(clients.config(), "the crawl state cannot be read", e);
    }
    return states.newest();
  }

  @Override
  public Optional<Article> article(String id, String url) {
    try {
      int count = partitions.getOrDefault(TopicName.ARTICLES, 1);
      return StoredArticle.find(new TopicScan(clients, TopicName.ARTICLES, count), id, url);
    } catch (KafkaException e) {
      throw failure("the article " + id + " cannot be read", e);
    }
  }

  @Override
  public void commit(CrawlBatch batch) {
    lock.lock();
    try {
      List<ProducerRecord<byte[], byte[]>> records = records(batch, retracted());
      sequence++;
      commit(records);
    } finally {
      lock.unlock();
    }
  }

  private Set<String> retracted() {
    try {
      return retracted.current();
    } catch (KafkaException e) {
      throw failure("the retractions cannot be read", e);
    }
  }

  private List<ProducerRecord<byte[], byte[]>> records(CrawlBatch batch, Set<String> never) {
    Envelope envelope =
        new Envelope(clients.config(), partitions.getOrDefault(TopicName.ARTICLES, 1));
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (Article article : batch.articles()) {
      if (!never.contains(article.id())) {
        records.add(envelope.article(article).record());
      }
    }
    for (CrawlState state : batch.states()) {
      records.add(envelope.crawlState(state));
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
        records, WriterMark.offsets(names, new WriterMark(instance, sequence)), membership);
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
    retracted.close();
    producer.close();
  }
}
