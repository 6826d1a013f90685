package dev.civicwire.contract.topic;

import dev.civicwire.contract.StageException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// The settings of every Kafka client here, and the clients made from them.
///
/// The times hang together: a send fails (25 s) before the broker ends its transaction (30 s), so
/// that a producer learns of its trouble by itself and is not fenced for being slow.
record ClientSettings(KafkaConfig config) {
  private static final int TRANSACTION_MS = 30_000;
  private static final int DELIVERY_MS = 25_000;
  private static final int REQUEST_MS = 8_000;
  private static final int BLOCK_MS = 15_000;
  private static final int BATCH_BYTES = 256 << 10;

  /// After which the partitions of a killed process go to the others.
  private static final int SESSION_MS = 10_000;

  /// A handler may wait for its own engine that long before its partitions go to another process.
  private static final int BETWEEN_POLLS_MS = 600_000;

  Admin admin() {
    Map<String, Object> settings = common();
    settings.put("request.timeout.ms", REQUEST_MS);
    settings.put("default.api.timeout.ms", 20_000);
    settings.putAll(config.properties());
    return opened(() -> Admin.create(settings));
  }

  KafkaProducer<byte[], byte[]> transactionalProducer(String transactionalId) {
    Map<String, Object> settings = producer();
    settings.put("transaction.timeout.ms", TRANSACTION_MS);
    settings.putAll(config.properties());
    settings.put("transactional.id", config.topicPrefix() + transactionalId);
    return opened(
        () -> new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
  }

  KafkaProducer<byte[], byte[]> idempotentProducer() {
    Map<String, Object> settings = producer();
    settings.putAll(config.properties());
    return opened(
        () -> new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
  }

  KafkaConsumer<byte[], byte[]> groupConsumer(String group, int maxRecords) {
    return groupConsumer(group, maxRecords, Map.of());
  }

  /// The same for one whose partitions cost something to take over: with the classic protocol too
  /// it keeps those that it keeps, where others come and go.
  KafkaConsumer<byte[], byte[]> stickyConsumer(String group, int maxRecords) {
    return groupConsumer(
        group,
        maxRecords,
        config.groupProtocol() == GroupProtocol.CLASSIC
            ? Map.of("partition.assignment.strategy", CooperativeStickyAssignor.class.getName())
            : Map.of());
  }

  private KafkaConsumer<byte[], byte[]> groupConsumer(
      String group, int maxRecords, Map<String, Object> more) {
    Map<String, Object> settings = consumer(maxRecords);
    settings.putAll(more);
    settings.put("max.poll.interval.ms", BETWEEN_POLLS_MS);
    settings.putAll(config.properties());
    settings.put("group.id", group);
    settings.put("group.protocol", config.groupProtocol().setting());
    if (config.groupProtocol() == GroupProtocol.CLASSIC) {
      // With the newer protocol the broker has these settings.
      settings.put("session.timeout.ms", SESSION_MS);
      settings.put("heartbeat.interval.ms", SESSION_MS / 4);
    }
    return opened(
        () ->
            new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
  }

  /// The membership of one that is not in the group. Asks no broker.
  ConsumerGroupMetadata outsider(String group) {
    Map<String, Object> settings = consumer(1);
    settings.put("group.id", group);
    try (KafkaConsumer<byte[], byte[]> consumer =
        opened(
            () ->
                new KafkaConsumer<>(
                    settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()))) {
      return consumer.groupMetadata();
    }
  }

  /// A consumer without a group, for partitions assigned by hand.
  KafkaConsumer<byte[], byte[]> reader(int maxRecords) {
    Map<String, Object> settings = consumer(maxRecords);
    settings.putAll(config.properties());
    return opened(
        () ->
            new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
  }

  private Map<String, Object> producer() {
    Map<String, Object> settings = common();
    int largest = Sizes.largestRequest(config);
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    settings.put("compression.type", "lz4");
    settings.put("linger.ms", 5);
    settings.put("batch.size", BATCH_BYTES);
    settings.put("max.request.size", largest);
    settings.put("buffer.memory", Math.max(64L << 20, 4L * largest));
    settings.put("request.timeout.ms", REQUEST_MS);
    settings.put("delivery.timeout.ms", DELIVERY_MS);
    settings.put("max.block.ms", BLOCK_MS);
    return settings;
  }

  private Map<String, Object> consumer(int maxRecords) {
    Map<String, Object> settings = common();
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    settings.put("allow.auto.create.topics", false);
    settings.put("max.poll.records", maxRecords);
    settings.put("fetch.max.wait.ms", 200);
    settings.put("request.timeout.ms", 20_000);
    settings.put("default.api.timeout.ms", 20_000);
    return settings;
  }

  private Map<String, Object> common() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", config.bootstrapServers());
    settings.put("reconnect.backoff.ms", 50);
    settings.put("reconnect.backoff.max.ms", 1_000);
    settings.put("retry.backoff.ms", 50);
    settings.put("retry.backoff.max.ms", 500);
    settings.put("enable.metrics.push", false);
    config.login().ifPresent(login -> addLogin(settings, login));
    config.tls().ifPresent(tls -> settings.putAll(tls.settings()));
    settings.put("security.protocol", protocol());
    return settings;
  }

  private static void addLogin(Map<String, Object> settings, Login login) {
    settings.put("sasl.mechanism", login.mechanism());
    settings.put("sasl.jaas.config", login.jaas());
  }

  private String protocol() {
    if (config.login().isPresent()) {
      return config.tls().isPresent() ? "SASL_SSL" : "SASL_PLAINTEXT";
    }
    return config.tls().isPresent() ? "SSL" : "PLAINTEXT";
  }

  private <T> T opened(Opening<T> opening) {
    try {
      return opening.open();
    } catch (KafkaException e) {
      throw new StageException(
          "the Kafka client for %s cannot be set up: %s"
              .formatted(config.bootstrapServers(), Failures.line(e)),
          e);
    }
  }

  private interface Opening<T> {
    T open();
  }
}
