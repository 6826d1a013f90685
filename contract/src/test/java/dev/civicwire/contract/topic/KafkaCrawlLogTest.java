package dev.civicwire.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlLog.CrawlBatch;
import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.Payload;
import dev.civicwire.contract.Rejection;
import dev.civicwire.contract.StageException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(60)
@ExtendWith(TestBroker.class)
class KafkaCrawlLogTest {
  private final KafkaConfig config;
  private final Probe probe;

  KafkaCrawlLogTest(KafkaConfig config) {
    this.config = config;
    this.probe = new Probe(config);
  }

  @BeforeEach
  void createTopics() {
    new Topics(config).create();
  }

  @Test
  void loadsTheNewestStateOfEachKey() {
    Article one = Samples.article(1);
    Article two = Samples.article(2);
    try (KafkaCrawlLog log = open()) {
      assertThat(NewestStates.of(log)).isEmpty();
      log.commit(
          batch(List.of(one, two), List.of(Samples.state(one, "a"), Samples.state(two, "a"))));
      log.commit(batch(List.of(), List.of(Samples.state(one, "unchanged"))));
    }
    try (KafkaCrawlLog again = open()) {
      assertThat(NewestStates.of(again))
          .containsExactlyInAnyOrder(Samples.state(one, "unchanged"), Samples.state(two, "a"));
    }
    assertThat(probe.keys(TopicName.ARTICLES, "read_committed"))
        .containsExactlyInAnyOrder(one.id(), two.id());
  }

  @Test
  void findsTheNewestVersionOfAnArticle() {
    Article one = Samples.article(1);
    Article changed = one.withGone(Instant.parse("2026-11-22T12:00:00Z"));
    try (KafkaCrawlLog log = open()) {
      log.commit(batch(List.of(one, Samples.article(8)), List.of()));
      log.commit(batch(List.of(changed), List.of()));
      assertThat(log.article(one.id(), one.url())).contains(changed);
      assertThat(log.article(one.id(), "https://elsewhere.example/")).contains(changed);
      assertThat(log.article("unheard-of", one.url())).isEmpty();
    }
    new Retraction(config).retract(one.url(), "asked for", "a test", Instant.now());
    try (KafkaCrawlLog log = open()) {
      assertThat(log.article(one.id(), one.url())).isEmpty();
    }
  }

  @Test
  void forgetsWhatATombstoneDeletesAndPassesOverWhatItCannotRead() throws InterruptedException {
    Article one = Samples.article(1);
    CrawlState state = Samples.state(one, "a");
    try (KafkaCrawlLog log = open()) {
      log.commit(batch(List.of(), List.of(state, Samples.state(Samples.article(2), "a"))));
      String topic = probe.name(TopicName.CRAWL_STATE);
      int partition = Partitions.ofHost(state.host(), config.partitions());
      probe.write(
          List.of(
              new ProducerRecord<>(topic, partition, bytes(state.key()), null),
              new ProducerRecord<>(topic, bytes("url x"), bytes("{\"type\":\"unheard-of\"}"))));
      assertThat(NewestStates.of(log)).containsExactly(Samples.state(Samples.article(2), "a"));
    }
  }

  @Test
  void writesRejectionsWithTheirBytes() {
    Rejection rejection =
        new Rejection(
            "ingest",
            "no-text",
            "the page has no text",
            "https://a.example/",
            Optional.empty(),
            -1,
            -1,
            Optional.of("https://a.example/"),
            Instant.parse("2026-11-22T12:00:00Z"),
            Payload.of("<html>"));
    try (KafkaCrawlLog log = open()) {
      log.commit(new CrawlBatch(List.of(), List.of(), List.of(rejection)));
    }
    assertThat(new RejectedLog(config).list(10))
        .singleElement()
        .satisfies(entry -> assertThat(entry.rejection()).isEqualTo(rejection));
  }

  @Test
  void endsWhenASecondOneTakesOver() {
    try (KafkaCrawlLog first = open();
        KafkaCrawlLog second = open()) {
      assertThatThrownBy(() -> first.commit(batch(List.of(Samples.article(1)), List.of())))
          .isInstanceOf(StageException.class)
          .hasMessageContaining("another crawl has taken over 'ingest-0'")
          .hasMessageContaining("process " + ProcessHandle.current().pid());
      second.commit(batch(List.of(Samples.article(2)), List.of()));
    }
    assertThat(probe.keys(TopicName.ARTICLES, "read_committed"))
        .containsExactly(Samples.article(2).id());
  }

  @Test
  void writesNothingOfABatchThatFails() {
    Break fault = new Break(false);
    try (KafkaCrawlLog log = new KafkaCrawlLog(config, "ingest-0", fault)) {
      fault.armed = true;
      assertThatThrownBy(() -> log.commit(batch(Samples.articles(20), List.of())))
          .isInstanceOf(StageException.class)
          .hasMessageContaining("nothing of this batch");
      assertThat(probe.keys(TopicName.ARTICLES, "read_committed")).isEmpty();
      log.commit(batch(Samples.articles(20), List.of()));
    }
    assertThat(probe.keys(TopicName.ARTICLES, "read_committed"))
        .hasSize(20)
        .doesNotHaveDuplicates();
    assertThat(probe.keys(TopicName.ARTICLES, "read_uncommitted")).hasSize(40);
  }

  @Test
  void writesAgainWhatWasTakenBackBecauseTheBrokerWasAway() {
    Break fault = new Break(new TransactionAbortableException("aborted after all retries"));
    try (KafkaCrawlLog log = new KafkaCrawlLog(config, "ingest-0", fault)) {
      fault.armed = true;
      log.commit(batch(Samples.articles(20), List.of()));
    }
    assertThat(probe.keys(TopicName.ARTICLES, "read_committed"))
        .hasSize(20)
        .doesNotHaveDuplicates();
    assertThat(probe.keys(TopicName.ARTICLES, "read_uncommitted")).hasSize(40);
  }

  @Test
  void writesOnceWhereTheProducerDiesOnTheWay() {
    Break fault = new Break(true);
    try (KafkaCrawlLog log = new KafkaCrawlLog(config, "ingest-0", fault)) {
      fault.armed = true;
      log.commit(batch(Samples.articles(20), List.of()));
    }
    assertThat(probe.keys(TopicName.ARTICLES, "read_committed"))
        .hasSize(20)
        .doesNotHaveDuplicates();
    assertThat(probe.keys(TopicName.ARTICLES, "read_uncommitted")).hasSize(40);
  }

  @Test
  void writesOnceWhereTheAnswerToTheCommitIsLost() {
    AtomicInteger lost = new AtomicInteger();
    TransactionalProducer.Faults fault =
        new TransactionalProducer.Faults() {
          private int commits;

          @Override
          public void afterCommit() {
            // The first is the log's own opening.
            if (++commits == 2) {
              lost.incrementAndGet();
              throw new KafkaException("the answer was lost");
            }
          }
        };
    try (KafkaCrawlLog log = new KafkaCrawlLog(config, "ingest-0", fault)) {
      log.commit(batch(Samples.articles(20), List.of()));
      log.commit(batch(List.of(Samples.article(99)), List.of()));
    }
    assertThat(lost).hasValue(1);
    assertThat(probe.keys(TopicName.ARTICLES, "read_uncommitted"))
        .hasSize(21)
        .doesNotHaveDuplicates();
  }

  @Test
  void goesOnAfterTheBrokerLostPatienceWithIt() {
    try (KafkaCrawlLog log = open()) {
      log.commit(batch(List.of(Samples.article(1)), List.of()));
      fenceAsTheBrokerWould();
      log.commit(batch(List.of(Samples.article(2)), List.of()));
    }
    assertThat(probe.keys(TopicName.ARTICLES, "read_committed"))
        .containsExactlyInAnyOrder(Samples.article(1).id(), Samples.article(2).id());
  }

  /// A new epoch of the id, but nobody's mark.
  private void fenceAsTheBrokerWould() {
    try (TransactionalProducer other =
        new TransactionalProducer(
            new ClientSettings(config), "ingest-0", TransactionalProducer.Faults.NONE)) {
      other.open();
    }
  }

  private KafkaCrawlLog open() {
    return new KafkaCrawlLog(config, "ingest-0");
  }

  private static CrawlBatch batch(List<Article> articles, List<CrawlState> states) {
    return new CrawlBatch(articles, states, List.of());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Breaks the next transaction once armed.
  private static final class Break implements TransactionalProducer.Faults {
    private final boolean deadly;
    private final KafkaException failure;
    private boolean armed;

    Break(boolean deadly) {
      this.deadly = deadly;
      this.failure = new KafkaException("broken by the test");
    }

    Break(KafkaException failure) {
      this.deadly = false;
      this.failure = failure;
    }

    @Override
    public void beforeCommit(KafkaProducer<byte[], byte[]> producer) {
      if (!armed) {
        return;
      }
      armed = false;
      producer.flush();
      if (deadly) {
        producer.close(Duration.ZERO);
      }
      throw failure;
    }
  }
}
