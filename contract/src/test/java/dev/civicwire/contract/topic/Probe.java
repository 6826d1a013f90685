package dev.civicwire.contract.topic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// A stranger at the broker: reads and writes with plain clients, as consumers and foreign
/// producers would.
record Probe(KafkaConfig config) {
  List<ConsumerRecord<byte[], byte[]>> read(TopicName topic) {
    return read(topic, "read_committed");
  }

  List<ConsumerRecord<byte[], byte[]>> read(TopicName topic, String isolation) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", config.bootstrapServers());
    settings.put("isolation.level", isolation);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> places =
          consumer.partitionsFor(name(topic)).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(places);
      consumer.seekToBeginning(places);
      Map<TopicPartition, Long> end = ends(places);
      List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
      while (places.stream().anyMatch(p -> consumer.position(p) < end.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
      return found;
    }
  }

  /// With what is not committed yet: the marks of a commit may come after its answer. A reader of
  /// committed records reaches these ends once no transaction is open.
  private Map<TopicPartition, Long> ends(List<TopicPartition> places) {
    Map<String, Object> settings = Map.of("bootstrap.servers", config.bootstrapServers());
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return consumer.endOffsets(places);
    }
  }

  List<String> keys(TopicName topic, String isolation) {
    return read(topic, isolation).stream().map(record -> Codec.text(record.key())).toList();
  }

  void write(List<ProducerRecord<byte[], byte[]>> records) throws InterruptedException {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", config.bootstrapServers());
    settings.put("max.request.size", 2 * config.maxRecordBytes());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (ProducerRecord<byte[], byte[]> record : records) {
        producer.send(record).get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  String name(TopicName topic) {
    return new Topics(config).name(topic);
  }

  /// Waits for what must come true.
  static void await(String what, Duration patience, BooleanSupplier condition) {
    Instant end = Instant.now().plus(patience);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("not within " + patience.toSeconds() + " s: " + what);
      }
      Thread.onSpinWait();
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
  }
}
