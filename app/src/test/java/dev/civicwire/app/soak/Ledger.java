package dev.civicwire.app.soak;

import dev.civicwire.contract.Json;
import dev.civicwire.contract.topic.KafkaConfig;
import dev.civicwire.contract.topic.TopicName;
import dev.civicwire.contract.topic.Topics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// What a plain consumer sees of a topic: live from the start on, through every loss of the broker,
/// or read over again at the end.
final class Ledger implements AutoCloseable {
  /// Which records a consumer gets to see.
  enum Isolation {
    READ_COMMITTED,
    READ_UNCOMMITTED
  }

  /// Key and value of a record.
  record Entry(String key, String value) {
    static Entry of(ConsumerRecord<byte[], byte[]> record) {
      return new Entry(text(record.key()), record.value() == null ? "" : text(record.value()));
    }

    private static String text(byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private final AtomicInteger seen = new AtomicInteger();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean closed;

  private Ledger() {}

  /// Follows a topic from its start.
  static Ledger follow(KafkaConfig config, TopicName topic) {
    Ledger ledger = new Ledger();
    Thread.ofPlatform().daemon().start(() -> ledger.follow(consumer(config, topic)));
    return ledger;
  }

  private void follow(KafkaConsumer<byte[], byte[]> consumer) {
    try (consumer) {
      while (!closed) {
        seen.addAndGet(consumer.poll(Duration.ofMillis(100)).count());
      }
    } finally {
      ended.countDown();
    }
  }

  private static KafkaConsumer<byte[], byte[]> consumer(KafkaConfig config, TopicName topic) {
    return consumer(config, topic, Isolation.READ_COMMITTED);
  }

  private static KafkaConsumer<byte[], byte[]> consumer(
      KafkaConfig config, TopicName topic, Isolation isolation) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", config.bootstrapServers());
    settings.put(
        "isolation.level",
        isolation == Isolation.READ_COMMITTED ? "read_committed" : "read_uncommitted");
    settings.put("reconnect.backoff.max.ms", 500);
    settings.put("enable.metrics.push", false);
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    String name = new Topics(config).name(topic);
    List<TopicPartition> places =
        IntStream.range(0, config.partitions())
            .mapToObj(partition -> new TopicPartition(name, partition))
            .toList();
    consumer.assign(places);
    consumer.seekToBeginning(places);
    return consumer;
  }

  /// When the article of each page was written (milliseconds since the epoch, by the broker's
  /// clock), by host and path of the page.
  static Map<String, Long> pages(KafkaConfig config) {
    Map<String, Long> written = new HashMap<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        consumer(config, TopicName.ARTICLES, Isolation.READ_COMMITTED)) {
      Map<TopicPartition, Long> end = consumer.endOffsets(consumer.assignment());
      while (end.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          String url = Json.mapper().readTree(record.value()).path("url").stringValue();
          URI page = URI.create(url);
          written.merge(page.getHost() + page.getPath(), record.timestamp(), Math::min);
        }
      }
    }
    return written;
  }

  /// All records that are there now.
  static List<Entry> read(KafkaConfig config, TopicName topic, Isolation isolation) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(config, topic, isolation)) {
      Map<TopicPartition, Long> end = consumer.endOffsets(consumer.assignment());
      List<Entry> found = new ArrayList<>();
      while (end.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> found.add(Entry.of(record)));
      }
      return found;
    }
  }

  /// Records seen so far.
  int seen() {
    return seen.get();
  }

  @Override
  public void close() {
    closed = true;
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
