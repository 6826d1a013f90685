package dev.civicwire.contract.topic;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlLog;
import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.StageException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/// The crawl log in Kafka of a crawl that has all hosts to itself. One at a time: opening it ends
/// the writing of every other of the same transactional id, so that two runs never overlap. It
/// refuses to open while crawls that share the hosts ([KafkaCrawlShares]) are at work, and what is
/// left of one that was killed cannot write any more.
///
/// What was retracted is never published again, although its page is still there and may change.
///
/// Safe for threads; batches are written one after the other.
public final class KafkaCrawlLog implements CrawlLog, AutoCloseable {
  /// The transactional id of a crawl that has all hosts to itself; crawls that share them end it.
  public static final String ALONE = "ingest-0";

  private final ClientSettings clients;
  private final Map<TopicName, Integer> partitions;
  private final RetractedIds retracted;
  private final CrawlWriter writer;

  /// Opens the log.
  ///
  /// @param transactionalId of the crawler, such as `ingest-0`: the same after a restart
  /// @throws StageException where topics are missing, the broker does not answer, or crawls that
  ///     share the hosts are at work
  public KafkaCrawlLog(KafkaConfig config, String transactionalId) {
    this(config, transactionalId, TransactionalProducer.Faults.NONE);
  }

  KafkaCrawlLog(KafkaConfig config, String transactionalId, TransactionalProducer.Faults faults) {
    this.clients = new ClientSettings(config);
    this.partitions = new Topics(config).existing();
    CrawlMembers members = new CrawlMembers(clients);
    members.refuseActive();
    String instance = CrawlMembers.newInstance();
    members.takeOver(CrawlMembers.shareIds(count()), instance);
    this.retracted = new RetractedIds(clients, partitions.getOrDefault(TopicName.REJECTED, 1));
    this.writer = new CrawlWriter(clients, transactionalId, instance, count(), retracted, faults);
    try {
      writer.open();
    } catch (StageException e) {
      retracted.close();
      throw e;
    }
  }

  private int count() {
    return partitions.getOrDefault(TopicName.ARTICLES, 1);
  }

  /// Each partition in its order. What stands in a partition that is not its host's was
  /// written when the topic had fewer: it counts where its host's partition says nothing of
  /// its key.
  @Override
  public void load(StateReader reader) {
    TopicScan scan = new TopicScan(clients, TopicName.CRAWL_STATE, count());
    CrawlStates misplaced = new CrawlStates();
    try {
      for (int partition = 0; partition < count(); partition++) {
        int own = partition;
        var _ =
            scan.from(
                partition,
                0,
                records -> records.forEach(record -> tell(record, own, reader, misplaced)));
      }
    } catch (KafkaException e) {
      throw Failures.stage(clients.config(), "the crawl state cannot be read", e);
    }
    misplaced.newest().stream().filter(state -> !reader.knows(state.key())).forEach(reader::put);
  }

  private void tell(
      ConsumerRecord<byte[], byte[]> record, int own, StateReader reader, CrawlStates misplaced) {
    switch (Codec.CRAWL_STATE.decode(record.key(), record.value())) {
      case Decoded.Good<CrawlState>(CrawlState state) -> {
        if (Partitions.ofHost(state.host(), count()) == own) {
          reader.put(state);
        } else {
          misplaced.addAll(List.of(record));
        }
      }
      case Decoded.Tombstone<CrawlState>() -> reader.forget(Codec.text(record.key()));
      case Decoded.Bad<CrawlState>(String reason, String message) ->
          CrawlStates.passedOver(record, reason, message);
    }
  }

  /// The newest states of sources, their days, those of hosts and hosts that are held, for a mere
  /// reader, who leaves no trace on the broker and disturbs no crawler. What is known of single
  /// pages, which may be millions, and robots.txt files are passed over.
  ///
  /// @throws StageException where topics are missing or the broker does not answer
  public static List<CrawlState> readSummary(KafkaConfig config) {
    ClientSettings clients = new ClientSettings(config);
    int count = new Topics(config).existing().getOrDefault(TopicName.CRAWL_STATE, 1);
    CrawlStates states = new CrawlStates();
    try {
      new TopicScan(clients, TopicName.CRAWL_STATE, count)
          .all(records -> records.forEach(record -> addSummary(record, states)));
    } catch (KafkaException e) {
      throw Failures.stage(clients.config(), "the crawl state cannot be read", e);
    }
    return states.newest();
  }

  private static void addSummary(ConsumerRecord<byte[], byte[]> record, CrawlStates states) {
    String key = Codec.text(record.key());
    if (!key.startsWith(CrawlState.OfUrl.PREFIX)
        && !key.startsWith(CrawlState.OfLink.PREFIX)
        && !key.startsWith(CrawlState.OfClaim.PREFIX)
        && !key.startsWith(CrawlState.OfRobots.PREFIX)) {
      states.addAll(List.of(record));
    }
  }

  @Override
  public Optional<Article> article(String id, String url) {
    return StoredArticle.of(clients, count(), id, url);
  }

  @Override
  public void commit(CrawlBatch batch) {
    writer.commit(batch);
  }

  @Override
  public void close() {
    retracted.close();
    writer.close();
  }
}
