package dev.civicwire.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlLog.CrawlBatch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(120)
@ExtendWith(TestBroker.class)
class TransformStageTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int COUNT = 400;

  private final KafkaConfig config;
  private final Probe probe;

  TransformStageTest(KafkaConfig config) {
    this.config = config;
    this.probe = new Probe(config);
  }

  @BeforeEach
  void createTopics() {
    new Topics(config).create();
  }

  @Test
  void writesEachArticleOnceThoughTransactionsBreak() {
    ingest(Samples.articles(COUNT));
    Chaos chaos = new Chaos();
    TransformStage stage = new TransformStage(config, settings("enrich-0"), Samples::tagged, chaos);
    try (RunningStage running = RunningStage.of(stage::run, stage::stop)) {
      running.await("all tagged", () -> lag() == 0);
    }
    assertThat(chaos.broken).hasValueGreaterThan(2);
    List<String> committed = probe.keys(TopicName.TAGGED_ARTICLES, "read_committed");
    assertThat(committed).hasSize(COUNT).doesNotHaveDuplicates();
    // The control: a reader that does not wait for commits must see what was taken back.
    assertThat(probe.keys(TopicName.TAGGED_ARTICLES, "read_uncommitted")).hasSizeGreaterThan(COUNT);
    assertThat(stage.metrics().retries()).isGreaterThan(2);
  }

  @Test
  void keepsPartitionOrderAndTrace() {
    ingest(Samples.articles(60));
    runUntilTagged(new TransformStage(config, settings("enrich-0"), Samples::tagged));
    List<ConsumerRecord<byte[], byte[]>> in = probe.read(TopicName.ARTICLES);
    List<ConsumerRecord<byte[], byte[]>> out = probe.read(TopicName.TAGGED_ARTICLES);
    for (int partition = 0; partition < config.partitions(); partition++) {
      assertThat(lines(out, partition)).isEqualTo(lines(in, partition));
    }
    assertThat(EventHeaders.get(out.getFirst().headers(), "ce_type"))
        .isEqualTo("dev.civicwire.tagged-article.v1");
  }

  private static List<String> lines(List<ConsumerRecord<byte[], byte[]>> records, int partition) {
    return records.stream()
        .filter(record -> record.partition() == partition)
        .map(r -> Codec.text(r.key()) + " " + EventHeaders.get(r.headers(), "traceparent"))
        .toList();
  }

  @Test
  void rejectsPoisonAndGoesOn() throws InterruptedException {
    String topic = probe.name(TopicName.ARTICLES);
    Article newer = Samples.article(1);
    String newerJson =
        Codec.text(Codec.ARTICLE.encode(newer))
            .replace("\"schema_version\":1", "\"schema_version\":99");
    probe.write(
        List.of(
            record(topic, "a", "{not json"),
            record(topic, newer.id(), newerJson),
            record(topic, "b", "{\"schema_version\":1}"),
            record(topic, "c", "[1,2]")));
    ingest(List.of(Samples.article(2), Samples.article(3, "explode"), Samples.article(4)));
    runUntilTagged(new TransformStage(config, settings("enrich-0"), TransformStageTest::fragile));

    List<RejectedEntry> rejected = new RejectedLog(config).list(100);
    assertThat(rejected)
        .extracting(entry -> entry.rejection().reason())
        .containsExactlyInAnyOrder(
            "not-json", "newer-schema", "invalid", "not-json", "enrich-failed");
    assertThat(rejected)
        .filteredOn(entry -> entry.rejection().key().equals("a"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.rejection().payload().utf8()).isEqualTo("{not json");
              assertThat(entry.rejection().topic()).contains(topic);
              assertThat(entry.rejection().stage()).isEqualTo("enrich");
              assertThat(entry.rejection().message()).contains("no JSON").doesNotContain("\n");
            });
    assertThat(probe.keys(TopicName.TAGGED_ARTICLES, "read_committed"))
        .containsExactlyInAnyOrder(Samples.article(2).id(), Samples.article(4).id());
  }

  private static dev.civicwire.contract.TaggedArticle fragile(Article article) {
    if (article.text().equals("explode")) {
      throw new IllegalStateException("cannot tag that");
    }
    return Samples.tagged(article);
  }

  @Test
  void passesTombstonesOn() throws InterruptedException {
    Article article = Samples.article(1);
    ingest(List.of(article));
    probe.write(
        List.of(
            new ProducerRecord<>(
                probe.name(TopicName.ARTICLES),
                Partitions.ofUrl(article.url(), config.partitions()),
                article.id().getBytes(StandardCharsets.UTF_8),
                null)));
    runUntilTagged(new TransformStage(config, settings("enrich-0"), Samples::tagged));
    List<ConsumerRecord<byte[], byte[]>> out = probe.read(TopicName.TAGGED_ARTICLES);
    assertThat(out).hasSize(2);
    assertThat(out.getFirst().value()).isNotNull();
    assertThat(out.getLast().value()).isNull();
    assertThat(Codec.text(out.getLast().key())).isEqualTo(article.id());
  }

  @Test
  void stopsWithinTenSecondsInTheMiddleOfSlowWork() {
    ingest(Samples.articles(50));
    AtomicInteger begun = new AtomicInteger();
    TransformStage stage =
        new TransformStage(
            config,
            settings("enrich-0"),
            article -> {
              begun.incrementAndGet();
              java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofSeconds(30).toNanos());
              return Samples.tagged(article);
            });
    try (RunningStage running = RunningStage.of(stage::run, stage::stop)) {
      running.await("work began", () -> begun.get() > 0);
      Instant asked = Instant.now();
      stage.stop();
      assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }
    assertThat(probe.read(TopicName.TAGGED_ARTICLES)).isEmpty();
    runUntilTagged(new TransformStage(config, settings("enrich-0"), Samples::tagged));
    assertThat(probe.keys(TopicName.TAGGED_ARTICLES, "read_committed"))
        .hasSize(50)
        .doesNotHaveDuplicates();
  }

  @Test
  void sharesTheWorkWithASecondProcess() {
    TransformStage one = new TransformStage(config, settings("enrich-0"), Samples::tagged);
    TransformStage two = new TransformStage(config, settings("enrich-1"), Samples::tagged);
    try (RunningStage first = RunningStage.of(one::run, one::stop);
        RunningStage second = RunningStage.of(two::run, two::stop)) {
      first.await(
          "both have partitions",
          () ->
              one.metrics().assignedPartitions() > 0
                  && two.metrics().assignedPartitions() > 0
                  && one.metrics().assignedPartitions() + two.metrics().assignedPartitions()
                      == config.partitions());
      ingest(Samples.articles(COUNT));
      second.await("all tagged", () -> lag() == 0);
    }
    assertThat(probe.keys(TopicName.TAGGED_ARTICLES, "read_committed"))
        .hasSize(COUNT)
        .doesNotHaveDuplicates();
    assertThat(one.metrics().records()).isPositive();
    assertThat(two.metrics().records()).isPositive();
  }

  private void runUntilTagged(TransformStage stage) {
    try (RunningStage running = RunningStage.of(stage::run, stage::stop)) {
      running.await("all tagged", () -> lag() == 0);
    }
  }

  private long lag() {
    return new ConsumerGroups(config).lag(StageGroup.ENRICH);
  }

  private void ingest(List<Article> articles) {
    try (KafkaCrawlLog log = new KafkaCrawlLog(config, "ingest-0")) {
      log.commit(new CrawlBatch(articles, List.of(), List.of()));
    }
  }

  private static TransformSettings settings(String transactionalId) {
    return new TransformSettings(transactionalId, 2, 50, Duration.ofSeconds(60), PATIENCE);
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, String key, String value) {
    return new ProducerRecord<>(
        topic, key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
  }

  /// Breaks every second transaction, in turn: as an error of the program, as the loss of the
  /// producer, as the loss of the answer.
  private static final class Chaos implements TransactionalProducer.Faults {
    private final AtomicInteger transactions = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();

    @Override
    public void beforeCommit(KafkaProducer<byte[], byte[]> producer) {
      int n = transactions.getAndIncrement();
      if (n % 6 == 0) {
        producer.flush();
        broken.incrementAndGet();
        throw new KafkaException("an error after all was sent");
      }
      if (n % 6 == 2) {
        producer.flush();
        producer.close(Duration.ZERO);
        broken.incrementAndGet();
        throw new KafkaException("the producer died");
      }
    }

    @Override
    public void afterCommit() {
      if (transactions.get() % 6 == 5) {
        broken.incrementAndGet();
        throw new KafkaException("the answer to the commit was lost");
      }
    }
  }
}
