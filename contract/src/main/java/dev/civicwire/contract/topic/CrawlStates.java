package dev.civicwire.contract.topic;

import dev.civicwire.contract.CrawlState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The newest crawl state of each key, gathered from the whole topic.
final class CrawlStates {
  private static final Logger LOG = LoggerFactory.getLogger(CrawlStates.class);

  private final Map<String, Stamped> byKey = new LinkedHashMap<>();

  void addAll(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    records.forEach(this::add);
  }

  private void add(ConsumerRecord<byte[], byte[]> record) {
    String key = Codec.text(record.key());
    long version = TopicRecord.version(record.timestamp(), record.offset());
    switch (Codec.CRAWL_STATE.decode(record.key(), record.value())) {
      case Decoded.Good<CrawlState>(CrawlState state) -> put(key, version, Optional.of(state));
      case Decoded.Tombstone<CrawlState>() -> put(key, version, Optional.empty());
      case Decoded.Bad<CrawlState>(String reason, String message) ->
          passedOver(record, reason, message);
    }
  }

  /// Says that a record cannot be read.
  static void passedOver(ConsumerRecord<byte[], byte[]> record, String reason, String message) {
    LOG.warn(
        "crawl state {} {}:{} is passed over, its page will be fetched anew: {} ({})",
        record.topic(),
        record.partition(),
        record.offset(),
        message,
        reason);
  }

  /// By version, since a key has moved to another partition where the topic has grown.
  private void put(String key, long version, Optional<CrawlState> state) {
    byKey.merge(key, new Stamped(version, state), (a, b) -> b.version() >= a.version() ? b : a);
  }

  List<CrawlState> newest() {
    return byKey.values().stream().flatMap(stamped -> stamped.state().stream()).toList();
  }

  private record Stamped(long version, Optional<CrawlState> state) {}
}
