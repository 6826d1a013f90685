package dev.civicwire.contract.topic;

import dev.civicwire.contract.Rejection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Decoded records of one poll, and the refusals that come of them.
///
/// @param <T> what the topic carries
final class ReadBatch<T> {
  private final String stage;
  private final Envelope envelope;
  private final List<TopicRecord<T>> records = new ArrayList<>();
  private final List<ProducerRecord<byte[], byte[]>> undecodable = new ArrayList<>();
  private final Map<Place, ConsumerRecord<byte[], byte[]>> origins = new HashMap<>();

  ReadBatch(
      String stage,
      Codec<T> codec,
      Envelope envelope,
      Iterable<ConsumerRecord<byte[], byte[]>> input) {
    this.stage = stage;
    this.envelope = envelope;
    for (ConsumerRecord<byte[], byte[]> record : input) {
      add(record, codec.decode(record.key(), record.value()));
    }
  }

  private void add(ConsumerRecord<byte[], byte[]> record, Decoded<T> decoded) {
    origins.put(new Place(record.topic(), record.partition(), record.offset()), record);
    switch (decoded) {
      case Decoded.Good<T>(T value) -> records.add(topicRecord(record, Optional.of(value)));
      case Decoded.Tombstone<T>() -> records.add(topicRecord(record, Optional.empty()));
      case Decoded.Bad<T>(String reason, String message) ->
          undecodable.add(envelope.rejected(record, stage, reason, message).record());
    }
  }

  private TopicRecord<T> topicRecord(ConsumerRecord<byte[], byte[]> record, Optional<T> value) {
    return new TopicRecord<>(
        record.topic(),
        record.partition(),
        record.offset(),
        Codec.text(record.key()),
        TopicRecord.version(record.timestamp(), record.offset()),
        value);
  }

  /// What could be read, in order.
  List<TopicRecord<T>> records() {
    return records;
  }

  /// What could not.
  List<ProducerRecord<byte[], byte[]>> undecodable() {
    return undecodable;
  }

  /// A handler's refusals, with the bytes and headers of the records that they are of.
  List<ProducerRecord<byte[], byte[]>> rejected(List<Rejection> rejections) {
    return rejections.stream().map(this::rejected).toList();
  }

  private ProducerRecord<byte[], byte[]> rejected(Rejection rejection) {
    Place place =
        new Place(rejection.topic().orElse(""), rejection.partition(), rejection.offset());
    return Optional.ofNullable(origins.get(place))
        .map(origin -> envelope.rejected(origin, rejection))
        .orElseGet(() -> envelope.rejected(rejection))
        .record();
  }

  private record Place(String topic, int partition, long offset) {}
}
