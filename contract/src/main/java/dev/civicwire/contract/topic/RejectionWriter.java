package dev.civicwire.contract.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/// Writes records outside a transaction and returns when the broker has each of them. The producer
/// is made at the first use: most stages never reject anything.
final class RejectionWriter implements AutoCloseable {
  private final ClientSettings settings;
  private Optional<KafkaProducer<byte[], byte[]>> producer = Optional.empty();

  RejectionWriter(ClientSettings settings) {
    this.settings = settings;
  }

  /// @throws KafkaException where one was not taken; some may have been
  void write(List<ProducerRecord<byte[], byte[]>> records) {
    if (records.isEmpty()) {
      return;
    }
    KafkaProducer<byte[], byte[]> open = producer.orElseGet(settings::idempotentProducer);
    producer = Optional.of(open);
    List<Future<RecordMetadata>> answers = new ArrayList<>();
    try {
      for (ProducerRecord<byte[], byte[]> record : records) {
        answers.add(open.send(record));
      }
      for (Future<RecordMetadata> answer : answers) {
        var _ = answer.get();
      }
    } catch (ExecutionException e) {
      close();
      throw e.getCause() instanceof KafkaException k ? k : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  @Override
  public void close() {
    producer.ifPresent(open -> Failures.undisturbed(() -> open.close(Duration.ofSeconds(1))));
    producer = Optional.empty();
  }
}
