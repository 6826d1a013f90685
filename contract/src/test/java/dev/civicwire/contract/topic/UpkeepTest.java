package dev.civicwire.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlLog.CrawlBatch;
import dev.civicwire.contract.StageException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(90)
@ExtendWith(TestBroker.class)
class UpkeepTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final KafkaConfig config;
  private final Probe probe;
  private final RejectedLog rejected;

  UpkeepTest(KafkaConfig config) {
    this.config = config;
    this.probe = new Probe(config);
    this.rejected = new RejectedLog(config);
  }

  @BeforeEach
  void createTopics() {
    new Topics(config).create();
  }

  @Test
  void replaysARejectionWithItsOwnBytes() {
    AtomicBoolean broken = new AtomicBoolean(true);
    ingest(List.of(Samples.article(1), Samples.article(2)));
    enrich(broken);
    assertThat(rejected.list(10)).hasSize(2);
    broken.set(false);

    RejectedLog.Replay replay =
        rejected.replay(entry -> entry.rejection().key().equals(Samples.article(1).id()));
    assertThat(replay).isEqualTo(new RejectedLog.Replay(1, List.of()));
    enrich(broken);

    assertThat(probe.keys(TopicName.TAGGED_ARTICLES, "read_committed"))
        .containsExactly(Samples.article(1).id());
    List<ConsumerRecord<byte[], byte[]>> articles =
        probe.read(TopicName.ARTICLES).stream()
            .filter(record -> Codec.text(record.key()).equals(Samples.article(1).id()))
            .toList();
    assertThat(articles).hasSize(2);
    assertThat(articles.getLast().value()).isEqualTo(articles.getFirst().value());
    assertThat(articles.getLast().partition()).isEqualTo(articles.getFirst().partition());
    assertThat(articles.getLast().headers()).isEqualTo(articles.getFirst().headers());
    assertThat(rejected.list(10))
        .extracting(entry -> entry.rejection().key())
        .containsExactly(Samples.article(2).id());
    assertThat(rejected.listAll(10)).hasSize(2);
    assertThat(rejected.replay(entry -> true).replayed()).isEqualTo(1);
    assertThat(rejected.replay(entry -> true).passedOver()).hasSize(2);
  }

  @Test
  void listsTheNewestRejectionsFirst() throws InterruptedException {
    String topic = probe.name(TopicName.ARTICLES);
    probe.write(
        IntStream.range(0, 90)
            .mapToObj(n -> new ProducerRecord<>(topic, bytes("k" + n), bytes("no json " + n)))
            .toList());
    enrich(new AtomicBoolean());
    List<RejectedEntry> newest = rejected.list(5);
    assertThat(newest).hasSize(5);
    assertThat(rejected.list(1000)).hasSize(90).startsWith(newest.getFirst());

    RejectedEntry first = newest.getFirst();
    assertThat(rejected.show(first.place())).contains(first);
    assertThat(rejected.show("0:99999")).isEmpty();
    assertThat(rejected.show("77:0")).isEmpty();
    assertThatThrownBy(() -> rejected.show("first"))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("partition:offset");
  }

  @Test
  void publishesNothingThatIsRetractedWhileTheCrawlRuns() {
    Article article = Samples.article(1);
    try (KafkaCrawlLog log = new KafkaCrawlLog(config, "ingest-0")) {
      log.commit(new CrawlBatch(List.of(article), List.of(), List.of()));
      awaitVisible(article.id());
      new Retraction(config).retract(article.url(), "court order", "ops@example", NOON);
      Article changed = Samples.article(1, "The page has changed since.");
      log.commit(new CrawlBatch(List.of(changed, Samples.article(2)), List.of(), List.of()));
    }
    awaitVisible(Samples.article(2).id());
    assertThat(last(TopicName.ARTICLES, article.id()).value()).isNull();
    assertThat(probe.keys(TopicName.ARTICLES, "read_committed")).contains(Samples.article(2).id());
  }

  @Test
  void retractsThroughBothTopicsWithAnAudit() {
    Article article = Samples.article(1);
    ingest(List.of(article, Samples.article(2)));
    enrich(new AtomicBoolean());

    Retraction.Retracted done =
        new Retraction(config).retract(article.url(), "court order", "ops@example", NOON);

    assertThat(done).isEqualTo(new Retraction.Retracted(List.of(article.id()), 2));
    for (TopicName topic : List.of(TopicName.ARTICLES, TopicName.TAGGED_ARTICLES)) {
      assertThat(last(topic, article.id()).value()).isNull();
    }
    assertThat(rejected.list(10)).isEmpty();
    assertThat(rejected.retractions(10))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.rejection().message()).isEqualTo("court order (by ops@example)");
              assertThat(entry.rejection().key()).isEqualTo(article.id());
              assertThat(entry.rejection().at()).isEqualTo(NOON);
            });
    enrich(new AtomicBoolean());
    assertThat(last(TopicName.TAGGED_ARTICLES, article.id()).value()).isNull();
    assertThat(last(TopicName.TAGGED_ARTICLES, Samples.article(2).id()).value()).isNotNull();
  }

  @Test
  void retractsByIdAndSaysWhereNothingIsKnown() {
    Article article = Samples.article(1);
    ingest(List.of(article));
    Retraction retraction = new Retraction(config);
    assertThat(retraction.retract(article.id(), "r", "w", NOON).tombstones()).isEqualTo(1);
    assertThatThrownBy(() -> retraction.retract("https://unheard.example/", "r", "w", NOON))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("no article is known under 'https://unheard.example/'");
  }

  @Test
  void tagsEverythingAnewFromTheStart() {
    ingest(Samples.articles(30));
    enrich(new AtomicBoolean());
    ConsumerGroups groups = new ConsumerGroups(config);
    assertThat(groups.resetToStart(StageGroup.ENRICH)).isGreaterThanOrEqualTo(30);
    enrich(new AtomicBoolean());
    assertThat(probe.keys(TopicName.TAGGED_ARTICLES, "read_committed")).hasSize(60);
    assertThat(groups.awaitCaughtUp(StageGroup.INDEX, Duration.ZERO)).isFalse();
  }

  @Test
  void refusesToSetBackAGroupThatRuns() {
    TransformStage stage =
        new TransformStage(config, TransformSettings.of("enrich-0"), Samples::tagged);
    try (RunningStage running = RunningStage.of(stage::run, stage::stop)) {
      running.await("joined", () -> stage.metrics().assignedPartitions() > 0);
      assertThatThrownBy(() -> new ConsumerGroups(config).resetToStart(StageGroup.ENRICH))
          .isInstanceOf(StageException.class)
          .hasMessageContaining("1 running processes: stop them first");
    }
  }

  @Test
  void tellsTheStateOfTopicsAndGroups() {
    Instant before = Instant.now().minusSeconds(1);
    ingest(Samples.articles(10));
    TopicStatus status = TopicStatus.read(config);
    assertThat(status.topics()).hasSize(4);
    TopicStatus.TopicState articles = status.topics().getFirst();
    assertThat(articles.partitions()).isEqualTo(config.partitions());
    assertThat(articles.records()).isBetween(10L, 10L + config.partitions());
    assertThat(articles.lastActivity()).hasValueSatisfying(at -> assertThat(at).isAfter(before));
    assertThat(status.topics().getLast().lastActivity()).isEmpty();
    assertThat(status.groups().getFirst().lag()).isEqualTo(articles.records());
    assertThat(status.groups().getFirst().lastActivity()).isEmpty();
    enrich(new AtomicBoolean());
    TopicStatus.GroupState enrich = TopicStatus.read(config).groups().getFirst();
    assertThat(enrich.lag()).isZero();
    // An idle commit past the marks of transactions came after the work, and keeps its note.
    assertThat(enrich.lastActivity()).hasValueSatisfying(at -> assertThat(at).isAfter(before));
    assertThat(enrich.group()).isEqualTo(StageGroup.ENRICH);
  }

  @Test
  void worksWithTheClassicGroupProtocol() {
    KafkaConfig classic = config.withGroupProtocol(GroupProtocol.CLASSIC);
    ingest(Samples.articles(5));
    AtomicInteger done = new AtomicInteger();
    TransformStage stage =
        new TransformStage(
            classic,
            TransformSettings.of("enrich-0"),
            article -> {
              done.incrementAndGet();
              return Samples.tagged(article);
            });
    try (RunningStage running = RunningStage.of(stage::run, stage::stop)) {
      running.await("tagged", () -> new ConsumerGroups(classic).lag(StageGroup.ENRICH) == 0);
    }
    assertThat(done).hasValue(5);
  }

  /// A transaction's end reaches its readers a moment after the commit has returned.
  private void awaitVisible(String id) {
    Probe.await(
        "the article is visible",
        Duration.ofSeconds(20),
        () -> probe.keys(TopicName.ARTICLES, "read_committed").contains(id));
  }

  private ConsumerRecord<byte[], byte[]> last(TopicName topic, String key) {
    return probe.read(topic).stream()
        .filter(record -> Codec.text(record.key()).equals(key))
        .reduce((older, newer) -> newer)
        .orElseThrow();
  }

  private void ingest(List<Article> articles) {
    try (KafkaCrawlLog log = new KafkaCrawlLog(config, "ingest-0")) {
      log.commit(new CrawlBatch(articles, List.of(), List.of()));
    }
    articles.forEach(article -> awaitVisible(article.id()));
  }

  private void enrich(AtomicBoolean broken) {
    TransformStage stage =
        new TransformStage(
            config,
            TransformSettings.of("enrich-0"),
            article -> {
              if (broken.get()) {
                throw new IllegalStateException("the tagger is broken");
              }
              return Samples.tagged(article);
            });
    try (RunningStage running = RunningStage.of(stage::run, stage::stop)) {
      running.await("enriched", () -> new ConsumerGroups(config).lag(StageGroup.ENRICH) == 0);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
