package dev.civicwire.contract.topic;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.Payload;
import dev.civicwire.contract.Rejection;
import dev.civicwire.contract.TaggedArticle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Puts what is to be written into Kafka records: key, partition, headers, value. What cannot be
/// written as itself, being too large or no JSON, becomes a rejection here and not a failure later.
///
/// @param config names and limits
/// @param partitions of every topic
record Envelope(KafkaConfig config, int partitions) {
  private static final String OCTETS = "application/octet-stream";

  /// A Kafka record, and whether it is a rejection of what was to be written.
  record Sealed(ProducerRecord<byte[], byte[]> record, boolean rejected) {}

  Sealed article(Article article) {
    int partition = Partitions.ofUrl(article.canonicalUrl(), partitions);
    Origin origin = new Origin("ingest", article.id(), Optional.of(article.canonicalUrl()));
    byte[] value;
    try {
      value = Codec.ARTICLE.encode(article);
    } catch (JacksonException e) {
      return rejected(unwritable(origin, e, article.text()), new RecordHeaders());
    }
    Headers headers =
        EventHeaders.of(article).withTrace(TraceParent.create(RandomGenerator.getDefault()));
    ProducerRecord<byte[], byte[]> record =
        record(TopicName.ARTICLES, partition, article.id(), value, headers);
    return fits(record)
        ? new Sealed(record, false)
        : rejected(tooLarge(origin, record, value), headers);
  }

  /// The tagged form of what stands in `input`, in the same partition and of the same trace.
  Sealed tagged(ConsumerRecord<byte[], byte[]> input, TaggedArticle tagged) {
    byte[] value;
    try {
      value = Codec.TAGGED_ARTICLE.encode(tagged);
    } catch (JacksonException e) {
      return rejected(
          input, "enrich", Reasons.INVALID, "the tags cannot be written: " + Failures.line(e));
    }
    Headers headers = EventHeaders.of(tagged).withTrace(trace(input));
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            name(TopicName.TAGGED_ARTICLES), input.partition(), input.key(), value, headers);
    if (fits(record)) {
      return new Sealed(record, false);
    }
    return rejected(input, "enrich", Reasons.TOO_LARGE, sizeMessage(Sizes.of(record)));
  }

  private static String trace(ConsumerRecord<byte[], byte[]> input) {
    String trace = EventHeaders.get(input.headers(), TraceParent.HEADER);
    return trace.isEmpty() ? TraceParent.create(RandomGenerator.getDefault()) : trace;
  }

  /// A tombstone passed on as it came.
  Sealed tombstone(ConsumerRecord<byte[], byte[]> input) {
    return new Sealed(
        new ProducerRecord<>(
            name(TopicName.TAGGED_ARTICLES), input.partition(), input.key(), null, input.headers()),
        false);
  }

  ProducerRecord<byte[], byte[]> crawlState(CrawlState state) {
    Headers headers = new RecordHeaders();
    EventHeaders.put(headers, EventHeaders.CONTENT_TYPE, EventHeaders.JSON);
    int partition = Partitions.ofHost(state.host(), partitions);
    byte[] value = Codec.CRAWL_STATE.encode(state);
    return record(TopicName.CRAWL_STATE, partition, state.key(), value, headers);
  }

  /// Deletes a state.
  ProducerRecord<byte[], byte[]> forgotten(CrawlState state) {
    return new ProducerRecord<>(
        name(TopicName.CRAWL_STATE),
        Partitions.ofHost(state.host(), partitions),
        state.key().getBytes(StandardCharsets.UTF_8),
        null);
  }

  /// The rejection of a record that was read, with that record's own bytes and headers.
  Sealed rejected(
      ConsumerRecord<byte[], byte[]> input, String stage, String reason, String message) {
    Rejection rejection =
        new Rejection(
            stage,
            reason,
            "%s (%s %d:%d)".formatted(message, input.topic(), input.partition(), input.offset()),
            Codec.text(input.key()),
            Optional.of(input.topic()),
            input.partition(),
            input.offset(),
            subject(input),
            Instant.now(),
            new Payload(bytes(input.value())));
    return rejected(rejection, input.headers());
  }

  /// A handler's rejection of a record that was read: its payload becomes that record's bytes.
  Sealed rejected(ConsumerRecord<byte[], byte[]> input, Rejection rejection) {
    Rejection whole =
        new Rejection(
            rejection.stage(),
            rejection.reason(),
            rejection.message(),
            rejection.key(),
            Optional.of(input.topic()),
            input.partition(),
            input.offset(),
            rejection.url().or(() -> subject(input)),
            rejection.at(),
            new Payload(bytes(input.value())));
    return rejected(whole, input.headers());
  }

  /// The rejection of what came from no topic.
  Sealed rejected(Rejection rejection) {
    Headers headers = new RecordHeaders();
    EventHeaders.put(headers, EventHeaders.CONTENT_TYPE, OCTETS);
    return rejected(rejection, headers);
  }

  private Sealed rejected(Rejection rejection, Headers original) {
    byte[] payload = rejection.payload().toByteArray();
    int partition =
        rejection.partition() >= 0 && rejection.partition() < partitions
            ? rejection.partition()
            : Partitions.ofUrl(rejection.url().orElse(rejection.key()), partitions);
    return new Sealed(
        record(
            TopicName.REJECTED,
            partition,
            rejection.key(),
            payload.length <= config.maxRecordBytes()
                ? payload
                : Arrays.copyOf(payload, config.maxRecordBytes()),
            RejectionHeaders.of(rejection, original)),
        true);
  }

  private Rejection tooLarge(Origin origin, ProducerRecord<byte[], byte[]> record, byte[] value) {
    return origin.rejection(Reasons.TOO_LARGE, sizeMessage(Sizes.of(record)), new Payload(value));
  }

  private static Rejection unwritable(Origin origin, JacksonException failure, String text) {
    return origin.rejection(
        Reasons.INVALID,
        "the article cannot be written as JSON: " + Failures.line(failure),
        Payload.of(text));
  }

  private String sizeMessage(int size) {
    return "the record has %d bytes and the limit is %d: raise kafka.max-record-bytes and the topics'"
            .formatted(size, config.maxRecordBytes())
        + " max.message.bytes, then replay";
  }

  private boolean fits(ProducerRecord<byte[], byte[]> record) {
    return Sizes.of(record) <= config.maxRecordBytes();
  }

  private ProducerRecord<byte[], byte[]> record(
      TopicName topic, int partition, String key, byte[] value, Headers headers) {
    return new ProducerRecord<>(
        name(topic), partition, key.getBytes(StandardCharsets.UTF_8), value, headers);
  }

  private String name(TopicName topic) {
    return Names.of(config).topic(topic);
  }

  private static Optional<String> subject(ConsumerRecord<byte[], byte[]> input) {
    String subject = EventHeaders.get(input.headers(), "ce_subject");
    return subject.isEmpty() ? Optional.empty() : Optional.of(subject);
  }

  private static byte[] bytes(byte @Nullable [] value) {
    return value == null ? new byte[0] : value;
  }

  /// Whence a record comes that never was in a topic.
  private record Origin(String stage, String key, Optional<String> url) {
    Rejection rejection(String reason, String message, Payload payload) {
      return new Rejection(
          stage, reason, message, key, Optional.empty(), -1, -1, url, Instant.now(), payload);
    }
  }
}
