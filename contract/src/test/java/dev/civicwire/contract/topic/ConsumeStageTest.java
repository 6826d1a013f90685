package dev.civicwire.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlLog.CrawlBatch;
import dev.civicwire.contract.Rejection;
import dev.civicwire.contract.StageException;
import dev.civicwire.contract.TaggedArticle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(90)
@ExtendWith(TestBroker.class)
class ConsumeStageTest {
  private static final ConsumeSettings SETTINGS = ConsumeSettings.of("index").withBatchRecords(50);

  private final KafkaConfig config;
  private final Probe probe;

  ConsumeStageTest(KafkaConfig config) {
    this.config = config;
    this.probe = new Probe(config);
  }

  @BeforeEach
  void createTopics() {
    new Topics(config).create();
  }

  @Test
  void handsOverEveryRecordAndNotesHowFarItIs() {
    tag(Samples.articles(120));
    List<TopicRecord<TaggedArticle>> seen = Collections.synchronizedList(new ArrayList<>());
    BatchHandler<TaggedArticle> handler =
        records -> {
          seen.addAll(records);
          return List.of();
        };
    runUntilDone(new ConsumeStage(config, SETTINGS, handler));
    runUntilDone(new ConsumeStage(config, SETTINGS, handler));
    assertThat(seen).hasSize(120).extracting(TopicRecord::key).doesNotHaveDuplicates();
    assertThat(seen).allMatch(record -> record.value().isPresent());
    assertThat(new ConsumerGroups(config).lag(StageGroup.INDEX)).isZero();
  }

  @Test
  void givesEveryNewerVersionALargerNumber() throws InterruptedException {
    Article article = Samples.article(1);
    write(article.id(), Codec.TAGGED_ARTICLE.encode(Samples.tagged(article)));
    write(article.id(), Codec.TAGGED_ARTICLE.encode(Samples.tagged(Samples.article(1, "new"))));
    // After growth the key may be in another partition, where offsets are small.
    probe.write(
        List.of(
            new ProducerRecord<>(
                probe.name(TopicName.TAGGED_ARTICLES),
                (partition(article.id()) + 1) % config.partitions(),
                article.id().getBytes(StandardCharsets.UTF_8),
                null)));
    Map<Long, Boolean> tombstones = new ConcurrentHashMap<>();
    List<Long> versions = Collections.synchronizedList(new ArrayList<>());
    runUntilDone(
        new ConsumeStage(
            config,
            SETTINGS,
            records -> {
              for (TopicRecord<TaggedArticle> record : records) {
                tombstones.put(record.version(), record.value().isEmpty());
                versions.add(record.version());
              }
              return List.of();
            }));
    assertThat(versions).hasSize(3).doesNotHaveDuplicates();
    assertThat(tombstones.get(Collections.max(versions))).isTrue();
  }

  @Test
  void writesRefusalsBeforeItGoesOn() throws InterruptedException {
    tag(List.of(Samples.article(1), Samples.article(2)));
    write("bad", "{no json".getBytes(StandardCharsets.UTF_8));
    runUntilDone(
        new ConsumeStage(
            config,
            SETTINGS,
            records ->
                records.stream()
                    .filter(record -> record.key().equals(Samples.article(1).id()))
                    .map(ConsumeStageTest::refused)
                    .toList()));
    List<RejectedEntry> rejected = new RejectedLog(config).list(10);
    assertThat(rejected)
        .extracting(entry -> entry.rejection().reason())
        .containsExactlyInAnyOrder("mapping", "not-json");
    assertThat(rejected)
        .filteredOn(entry -> entry.rejection().reason().equals("mapping"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.rejection().payload().utf8()).contains("\"tagger\":\"test/1\"");
              assertThat(entry.rejection().url()).contains(Samples.article(1).url());
            });
  }

  private static Rejection refused(TopicRecord<TaggedArticle> record) {
    return record.rejection("index", "mapping", "the field roles does not fit", Optional.empty());
  }

  @Test
  void readsAgainWhatAHandlerCouldNotTake() {
    tag(Samples.articles(10));
    ConsumeStage failing =
        new ConsumeStage(
            config,
            SETTINGS,
            records -> {
              throw new StageException("the node is away");
            });
    assertThatThrownBy(() -> runUntilDone(failing))
        .isInstanceOf(CompletionException.class)
        .hasRootCauseMessage("the node is away");
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    runUntilDone(
        new ConsumeStage(
            config,
            SETTINGS,
            records -> {
              records.forEach(record -> seen.add(record.key()));
              return List.of();
            }));
    assertThat(seen).hasSize(10);
  }

  @Test
  void stopsWithinTenSecondsOfASlowHandler() {
    tag(Samples.articles(10));
    List<Instant> begun = Collections.synchronizedList(new ArrayList<>());
    ConsumeStage stage =
        new ConsumeStage(
            config,
            SETTINGS,
            records -> {
              begun.add(Instant.now());
              java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofSeconds(30).toNanos());
              return List.of();
            });
    try (RunningStage running = RunningStage.of(stage::run, stage::stop)) {
      running.await("the handler works", () -> !begun.isEmpty());
      Instant asked = Instant.now();
      stage.stop();
      assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void aReaderSeesEverythingUpToTheEnd() throws InterruptedException {
    tag(Samples.articles(50));
    write("bad", "{no json".getBytes(StandardCharsets.UTF_8));
    List<String> seen = new ArrayList<>();
    TopicReader.Summary summary =
        new TopicReader(config)
            .readTaggedArticles(
                records -> {
                  records.forEach(record -> seen.add(record.key()));
                  return records.stream()
                      .filter(record -> record.key().equals(Samples.article(1).id()))
                      .map(ConsumeStageTest::refused)
                      .toList();
                });
    assertThat(summary).isEqualTo(new TopicReader.Summary(50, 1, 1));
    assertThat(seen).hasSize(50).doesNotHaveDuplicates();
    assertThat(new RejectedLog(config).list(10)).hasSize(1);
    assertThat(new TopicReader(config).readArticles(records -> List.of()).records()).isEqualTo(50);
  }

  private void tag(List<Article> articles) {
    try (KafkaCrawlLog log = new KafkaCrawlLog(config, "ingest-0")) {
      log.commit(new CrawlBatch(articles, List.of(), List.of()));
    }
    TransformStage stage =
        new TransformStage(config, TransformSettings.of("enrich-0"), Samples::tagged);
    try (RunningStage running = RunningStage.of(stage::run, stage::stop)) {
      running.await("tagged", () -> new ConsumerGroups(config).lag(StageGroup.ENRICH) == 0);
    }
  }

  private void runUntilDone(ConsumeStage stage) {
    try (RunningStage running = RunningStage.of(stage::run, stage::stop)) {
      running.await("all handled", () -> new ConsumerGroups(config).lag(StageGroup.INDEX) == 0);
    }
  }

  private int partition(String key) {
    return Partitions.ofHost(key, config.partitions());
  }

  private void write(String key, byte[] value) throws InterruptedException {
    probe.write(
        List.of(
            new ProducerRecord<>(
                probe.name(TopicName.TAGGED_ARTICLES),
                partition(key),
                key.getBytes(StandardCharsets.UTF_8),
                value)));
  }
}
