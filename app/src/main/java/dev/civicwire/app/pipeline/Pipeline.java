package dev.civicwire.app.pipeline;

import dev.civicwire.app.config.Setting;
import dev.civicwire.app.config.Settings;
import dev.civicwire.contract.StageException;
import dev.civicwire.contract.topic.ConsumeSettings;
import dev.civicwire.contract.topic.ConsumeStage;
import dev.civicwire.contract.topic.ConsumerGroups;
import dev.civicwire.contract.topic.KafkaConfig;
import dev.civicwire.contract.topic.StageGroup;
import dev.civicwire.contract.topic.StageMetrics;
import dev.civicwire.contract.topic.TransformSettings;
import dev.civicwire.contract.topic.TransformStage;
import dev.civicwire.enrich.Tagger;
import dev.civicwire.index.elastic.ElasticArticleSearch;
import dev.civicwire.index.elastic.ElasticConnection;
import dev.civicwire.index.elastic.IndexCatalog;
import dev.civicwire.index.search.ArticleSearch;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Everything in one process: engines, enrich, index and search. Crawling is the caller's.
public final class Pipeline implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final EngineSet engines;
  private final KafkaConfig kafka;
  private final ElasticConnection elastic;
  private final IndexCatalog catalog;
  private final Slot slot;
  private final StageMetrics transform;
  private final StageMetrics consume;
  private final StageThread enrich;
  private final StageThread index;
  private final AtomicBoolean stopped;

  private Pipeline(
      EngineSet engines,
      KafkaConfig kafka,
      ElasticConnection elastic,
      IndexCatalog catalog,
      Slot slot,
      StageMetrics transform,
      StageMetrics consume,
      StageThread enrich,
      StageThread index,
      AtomicBoolean stopped) {
    this.engines = engines;
    this.kafka = kafka;
    this.elastic = elastic;
    this.catalog = catalog;
    this.slot = slot;
    this.transform = transform;
    this.consume = consume;
    this.enrich = enrich;
    this.index = index;
    this.stopped = stopped;
  }

  /// Starts the engines and the stages. The tagger is loaded while the engines start.
  public static Pipeline start(Settings settings, EngineSet.Stay stay, Progress progress) {
    CompletableFuture<Tagger> tagger =
        CompletableFuture.supplyAsync(Tagger::load, task -> Thread.ofPlatform().start(task));
    EngineSet engines = EngineSet.open(settings, EngineSet.Need.BOTH, stay, progress);
    return closingOnFailure(
        engines::close,
        () -> {
          KafkaConfig kafka = Connections.readyKafka(settings, engines, progress);
          ElasticConnection elastic = Connections.readyElastic(settings, engines, progress);
          return closingOnFailure(
              elastic::close, () -> start(settings, engines, kafka, elastic, tagger, progress));
        });
  }

  private static Pipeline start(
      Settings settings,
      EngineSet engines,
      KafkaConfig kafka,
      ElasticConnection elastic,
      CompletableFuture<Tagger> tagger,
      Progress progress) {
    IndexCatalog catalog = Connections.catalog(settings, elastic);
    catalog.ensure();
    AtomicBoolean stopped = new AtomicBoolean();
    Slot slot = Slot.take(settings.dataFolder(), "enrich");
    return closingOnFailure(
        slot::close,
        () -> {
          TransformStage enrich = enrichStage(settings, kafka, slot.name(), tagger.join());
          ConsumeStage index = indexStage(kafka, catalog, stopped, progress);
          progress.line("tagger and index ready");
          return new Pipeline(
              engines,
              kafka,
              elastic,
              catalog,
              slot,
              enrich.metrics(),
              index.metrics(),
              new StageThread("enrich", enrich::run, enrich::stop),
              new StageThread("index", index::run, index::stop),
              stopped);
        });
  }

  /// What `step` gives; where it fails, `close` gives back what was opened for it.
  private static Pipeline closingOnFailure(Runnable close, Supplier<Pipeline> step) {
    try {
      return step.get();
    } catch (RuntimeException e) {
      close.run();
      throw e;
    }
  }

  /// The stage that tags.
  public static TransformStage enrichStage(
      Settings settings, KafkaConfig kafka, String transactionalId, Tagger tagger) {
    TransformSettings transform = TransformSettings.of(transactionalId);
    int threads = settings.number(Setting.ENRICH_THREADS);
    return new TransformStage(
        kafka, threads == 0 ? transform : transform.withThreads(threads), tagger::tag);
  }

  /// The stage that writes to the index.
  public static ConsumeStage indexStage(
      KafkaConfig kafka, IndexCatalog catalog, AtomicBoolean stopped, Progress progress) {
    IndexHandler handler = new IndexHandler(catalog.writer(stopped::get, progress::line));
    return new ConsumeStage(kafka, ConsumeSettings.of("index"), handler);
  }

  /// Which Kafka.
  public KafkaConfig kafka() {
    return kafka;
  }

  /// The engines.
  public EngineSet engines() {
    return engines;
  }

  /// Searches what is indexed.
  public ArticleSearch search() {
    return new ElasticArticleSearch(elastic, catalog, Clock.systemUTC());
  }

  /// Waits until every article that was committed is tagged and every tagged one indexed.
  ///
  /// @return false where `patience` ended first
  public boolean awaitIndexed(Duration patience) throws InterruptedException {
    Instant end = Instant.now().plus(patience);
    ConsumerGroups groups = new ConsumerGroups(kafka);
    // Enrich first: what it commits in between is then in the index's lag.
    while (groups.lag(StageGroup.ENRICH) > 0 || groups.lag(StageGroup.INDEX) > 0) {
      enrich.check();
      index.check();
      if (stopped.get()) {
        throw new StageException("stopped before all was indexed: the next start goes on with it");
      }
      if (Instant.now().isAfter(end)) {
        return false;
      }
      Thread.sleep(POLL);
    }
    catalog.writer(stopped::get, line -> {}).refresh();
    return true;
  }

  /// Articles tagged by this process.
  public long tagged() {
    return transform.records() - transform.rejected();
  }

  /// Articles and documents refused by this process' stages.
  public long rejected() {
    return transform.rejected() + consume.rejected();
  }

  /// Registers the figures of this process' stages.
  public Consumer<MeterRegistry> meters() {
    return StageEndpoint.metersOf("enrich", transform)
        .andThen(StageEndpoint.metersOf("index", consume));
  }

  /// Resident memory in MB of each process.
  public Map<String, Long> megabytes() {
    Map<String, Long> table = new TreeMap<>(engines.megabytes());
    table.put("civicwire", OwnMemory.megabytes());
    return table;
  }

  /// Throws what ended a stage, if one has ended by a failure.
  public void check() {
    enrich.check();
    index.check();
  }

  /// Runs `action` when a stage ends by a failure; [#check()] then throws it.
  public void whenStageFails(Runnable action) {
    enrich.whenFails(action);
    index.whenFails(action);
  }

  /// Asks the stages to stop; [#close()] waits for them.
  public void stop() {
    stopped.set(true);
    enrich.stop();
    index.stop();
  }

  @Override
  public void close() {
    stop();
    enrich.close();
    index.close();
    slot.close();
    elastic.close();
    engines.close();
  }
}
