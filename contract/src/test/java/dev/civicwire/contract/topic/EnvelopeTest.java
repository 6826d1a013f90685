package dev.civicwire.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.Payload;
import dev.civicwire.contract.Rejection;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final KafkaConfig CONFIG =
      KafkaConfig.of("localhost:9092").withMaxRecordBytes(20_000);

  private final Envelope envelope = new Envelope(CONFIG, 6);

  @Test
  void writesCloudEventsHeadersInBinaryMode() {
    Headers headers = envelope.article(Samples.article(3)).record().headers();
    assertThat(EventHeaders.get(headers, "ce_specversion")).isEqualTo("1.0");
    assertThat(EventHeaders.get(headers, "ce_id")).startsWith(Samples.article(3).id());
    assertThat(EventHeaders.get(headers, "ce_source")).isEqualTo("/civicwire/ingest");
    assertThat(EventHeaders.get(headers, "ce_type")).isEqualTo("dev.civicwire.article.v1");
    assertThat(EventHeaders.get(headers, "ce_time")).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(EventHeaders.get(headers, "ce_subject")).isEqualTo("https://host3.example/3");
    assertThat(EventHeaders.get(headers, "ce_dataschema"))
        .isEqualTo(SchemaFiles.published("article").path("$id").asString());
    assertThat(EventHeaders.get(headers, "content-type")).isEqualTo("application/json");
    assertThat(EventHeaders.get(headers, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
  }

  @Test
  void putsAllPagesOfAHostIntoOnePartition() {
    assertThat(Partitions.ofUrl("https://News.example/a", 6))
        .isEqualTo(Partitions.ofUrl("http://news.example:8080/b?c", 6))
        .isEqualTo(Partitions.ofHost("news.example", 6));
    // murmur2 of the host as worked out by another program: a fixed promise.
    assertThat(Partitions.ofHost("news.example", 6)).isEqualTo(2);
    assertThat(Partitions.ofUrl("no url at all", 6)).isBetween(0, 5);
  }

  @Test
  void rejectsAnArticleThatIsTooLargeAndKeepsWhatFits() {
    Article large = Samples.article(1, "x".repeat(30_000));
    Envelope.Sealed sealed = envelope.article(large);
    assertThat(sealed.rejected()).isTrue();
    ProducerRecord<byte[], byte[]> record = sealed.record();
    assertThat(record.topic()).isEqualTo("civicwire.rejected.v1");
    assertThat(record.value()).hasSize(20_000);
    assertThat(Sizes.of(record)).isLessThan(Sizes.topicLimit(CONFIG, TopicName.REJECTED));
    RejectedEntry entry = entry(record);
    assertThat(entry.rejection().reason()).isEqualTo("too-large");
    assertThat(entry.rejection().stage()).isEqualTo("ingest");
    assertThat(entry.truncated()).isTrue();
    assertThat(entry.payloadBytes()).isGreaterThan(30_000);
    assertThat(entry.notReplayable()).isPresent();
  }

  @Test
  void rejectsTagsThatAreTooLargeWithTheArticleWhole() {
    ConsumerRecord<byte[], byte[]> input = input(Samples.article(1));
    Envelope.Sealed sealed =
        envelope.tagged(input, Samples.tagged(Samples.article(1, "x".repeat(30_000))));
    assertThat(sealed.rejected()).isTrue();
    RejectedEntry entry = entry(sealed.record());
    assertThat(entry.rejection().reason()).isEqualTo("too-large");
    assertThat(entry.rejection().payload()).isEqualTo(new Payload(input.value()));
    assertThat(entry.rejection().offset()).isEqualTo(17);
    assertThat(entry.notReplayable()).isEmpty();
  }

  @Test
  void carriesATextWithHalfACharacter() {
    Article article = Samples.article(1, "half a character: \ud83d.");
    ProducerRecord<byte[], byte[]> record = envelope.article(article).record();
    assertThat(Codec.ARTICLE.decode(record.key(), record.value()))
        .isEqualTo(new Decoded.Good<>(article));
  }

  @Test
  void keepsARejectionOnOneLineAndItsBytesAsTheyWere() {
    byte[] bytes = {0, (byte) 0xff, 10};
    Rejection rejection =
        new Rejection(
            "ingest",
            "no-html",
            "line one\n\tline two",
            "https://a.example/x",
            Optional.empty(),
            -1,
            -1,
            Optional.of("https://a.example/x"),
            Instant.EPOCH,
            new Payload(bytes));
    Rejection kept = entry(envelope.rejected(rejection).record()).rejection();
    assertThat(kept.message()).isEqualTo("line one line two");
    assertThat(kept.payload().toByteArray()).isEqualTo(bytes);
    assertThat(kept.topic()).isEmpty();
    assertThat(kept.at()).isEqualTo(Instant.EPOCH);
  }

  private static ConsumerRecord<byte[], byte[]> input(Article article) {
    return new ConsumerRecord<>(
        "civicwire.articles.v1",
        2,
        17,
        article.id().getBytes(java.nio.charset.StandardCharsets.UTF_8),
        Codec.ARTICLE.encode(article));
  }

  private static RejectedEntry entry(ProducerRecord<byte[], byte[]> record) {
    ConsumerRecord<byte[], byte[]> read =
        new ConsumerRecord<>(record.topic(), 0, 0, record.key(), record.value());
    record.headers().forEach(read.headers()::add);
    RejectedEntries entries = new RejectedEntries();
    entries.addAll(java.util.List.of(read));
    return entries.entries().findFirst().orElseThrow();
  }
}
