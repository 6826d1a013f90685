package dev.civicwire.contract.topic;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlLog;
import dev.civicwire.contract.CrawlShares.Holder;
import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.StageException;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The log of the hosts of one partition, while it is ours.
final class KafkaCrawlPart implements CrawlLog, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaCrawlPart.class);

  private final ClientSettings clients;
  private final int partition;
  private final int count;
  private final CrawlWriter writer;
  private final long written;
  private long end;

  /// Takes over the writing.
  ///
  /// @param count of partitions
  KafkaCrawlPart(
      ClientSettings clients, int partition, int count, String instance, RetractedIds retracted) {
    this.clients = clients;
    this.partition = partition;
    this.count = count;
    this.writer =
        new CrawlWriter(
            clients,
            CrawlMembers.shareId(partition),
            instance,
            count,
            retracted,
            TransactionalProducer.Faults.NONE);
    writer.open();
    this.written = written();
  }

  /// How far the partition was written, with what is not committed yet. All that its crawl before
  /// us committed stands before it, since opening the writer settles that.
  private long written() {
    TopicPartition place =
        new TopicPartition(Names.of(clients.config()).topic(TopicName.CRAWL_STATE), partition);
    try (Admin admin = clients.admin()) {
      return ConsumerGroups.offsets(admin, List.of(place), OffsetSpec.latest())
          .getOrDefault(place, 0L);
    } catch (KafkaException e) {
      writer.close();
      throw unreadable(e);
    }
  }

  /// Whether [#load] tells all that was committed before we took over. Another partition's crawl
  /// may have a transaction under way that tells us a link: until it ends, readers see nothing of
  /// what stands behind it.
  ///
  /// @param readable how far readers of committed records get
  boolean isReadable(long readable) {
    return readable >= written;
  }

  /// Where what was not loaded begins.
  long end() {
    return end;
  }

  @Override
  public void load(StateReader reader) {
    try {
      end =
          new TopicScan(clients, TopicName.CRAWL_STATE, count)
              .from(partition, 0, records -> records.forEach(record -> tell(record, reader)));
    } catch (KafkaException e) {
      throw unreadable(e);
    }
  }

  private StageException unreadable(KafkaException cause) {
    return Failures.stage(clients.config(), "the crawl state cannot be read", cause);
  }

  static void tell(ConsumerRecord<byte[], byte[]> record, StateReader reader) {
    switch (Codec.CRAWL_STATE.decode(record.key(), record.value())) {
      case Decoded.Good<CrawlState>(CrawlState state) -> reader.put(state);
      case Decoded.Tombstone<CrawlState>() -> reader.forget(Codec.text(record.key()));
      case Decoded.Bad<CrawlState>(String reason, String message) ->
          CrawlStates.passedOver(record, reason, message);
    }
  }

  /// Tells what another crawl has written here. Our own records come by too.
  void read(ConsumerRecord<byte[], byte[]> record, Holder holder) {
    String key = Codec.text(record.key());
    if (record.value() == null
        || !(key.startsWith(CrawlState.OfLink.PREFIX)
            || key.startsWith(CrawlState.OfClaim.PREFIX))) {
      return;
    }
    switch (Codec.CRAWL_STATE.decode(record.key(), record.value())) {
      case Decoded.Good<CrawlState>(CrawlState.OfLink link) -> holder.told(partition, link);
      case Decoded.Good<CrawlState>(CrawlState.OfClaim claim) -> holder.told(partition, claim);
      case Decoded.Good<CrawlState>(CrawlState other) ->
          LOG.warn("crawl state {} does not fit its key and is passed over", other.key());
      case Decoded.Tombstone<CrawlState>() -> {}
      case Decoded.Bad<CrawlState>(String reason, String message) ->
          CrawlStates.passedOver(record, reason, message);
    }
  }

  @Override
  public Optional<Article> article(String id, String url) {
    return StoredArticle.of(clients, count, id, url);
  }

  @Override
  public void commit(CrawlBatch batch) {
    writer.commit(batch);
  }

  @Override
  public void close() {
    writer.close();
  }
}
