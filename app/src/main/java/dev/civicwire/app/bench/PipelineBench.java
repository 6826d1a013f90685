package dev.civicwire.app.bench;

import dev.civicwire.app.config.Settings;
import dev.civicwire.app.pipeline.Connections;
import dev.civicwire.app.pipeline.EngineSet;
import dev.civicwire.app.pipeline.Pipeline;
import dev.civicwire.app.pipeline.Progress;
import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlLog.CrawlBatch;
import dev.civicwire.contract.StageException;
import dev.civicwire.contract.topic.ConsumeStage;
import dev.civicwire.contract.topic.KafkaConfig;
import dev.civicwire.contract.topic.KafkaCrawlLog;
import dev.civicwire.contract.topic.StageMetrics;
import dev.civicwire.contract.topic.TopicStatus;
import dev.civicwire.contract.topic.TransformStage;
import dev.civicwire.enrich.Tagger;
import dev.civicwire.index.elastic.ElasticArticleSearch;
import dev.civicwire.index.elastic.ElasticConnection;
import dev.civicwire.index.elastic.IndexCatalog;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/// Sends generated articles the whole way: into `articles` as the crawler does, through the tagger,
/// into the index, until all can be found. The stages work one after the other, so that what each
/// costs can be told apart; starting engines and loading models is not counted.
public final class PipelineBench {
  /// As many as the crawler commits at a time.
  private static final int BATCH = 50;

  private static final int GENERATED_AT_A_TIME = 1000;
  private static final Duration POLL = Duration.ofMillis(20);
  private static final String SELF = "civicwire";

  private final Settings settings;
  private final EngineSet engines;
  private final KafkaConfig kafka;
  private final IndexCatalog catalog;
  private final ElasticArticleSearch search;
  private final Progress progress;
  private final int articles;
  private final List<PipelineFigures.Phase> phases = new ArrayList<>();

  private PipelineBench(
      Settings settings,
      EngineSet engines,
      KafkaConfig kafka,
      ElasticConnection elastic,
      Progress progress,
      int articles) {
    this.settings = settings;
    this.engines = engines;
    this.kafka = kafka;
    this.catalog = Connections.catalog(settings, elastic);
    this.search = new ElasticArticleSearch(elastic, catalog, Clock.systemUTC());
    this.progress = progress;
    this.articles = articles;
  }

  /// Runs it on the engines that the settings name, which must be empty.
  ///
  /// @throws StageException where they are not, or an article is lost or refused on the way
  public static PipelineFigures run(Settings settings, int articles, long seed, Progress progress)
      throws InterruptedException {
    try (EngineSet engines =
            EngineSet.open(settings, EngineSet.Need.BOTH, EngineSet.Stay.LONG, progress);
        ElasticConnection elastic = Connections.readyElastic(settings, engines, progress)) {
      KafkaConfig kafka = Connections.readyKafka(settings, engines, progress);
      PipelineBench bench =
          new PipelineBench(settings, engines, kafka, elastic, progress, articles);
      bench.refuseFull();
      bench.produce(new ArticleGenerator(seed));
      bench.enrich();
      bench.index();
      return PipelineFigures.of(articles, seed, bench.phases, bench.usage());
    }
  }

  private void refuseFull() {
    catalog.ensure();
    boolean records =
        TopicStatus.read(kafka).topics().stream().anyMatch(topic -> topic.records() > 0);
    if (records || search.count() > 0) {
      throw new StageException(
          "the topics or the index hold something already: name a fresh --data folder");
    }
  }

  private Map<String, ProcessUsage> usage() {
    Map<String, Long> pids = new TreeMap<>(engines.pids());
    pids.put(SELF, ProcessHandle.current().pid());
    return ProcessUsage.of(pids);
  }

  /// Only the writing is measured: the generator is no part of the pipeline.
  private void produce(ArticleGenerator generator) {
    Map<String, ProcessUsage> first = usage();
    double seconds = 0;
    double generating = 0;
    try (KafkaCrawlLog log = new KafkaCrawlLog(kafka, "bench-0")) {
      for (int done = 0; done < articles; done += GENERATED_AT_A_TIME) {
        double cpu = ProcessUsage.of(ProcessHandle.current().pid()).cpuSeconds();
        int end = Math.min(articles, done + GENERATED_AT_A_TIME);
        List<Article> chunk = IntStream.range(done, end).mapToObj(generator::article).toList();
        generating += ProcessUsage.of(ProcessHandle.current().pid()).cpuSeconds() - cpu;
        long start = System.nanoTime();
        commit(log, chunk);
        seconds += since(start);
      }
    }
    Map<String, ProcessUsage> before = new TreeMap<>(first);
    double generated = generating;
    before.computeIfPresent(
        SELF,
        (name, u) ->
            new ProcessUsage(u.cpuSeconds() + generated, u.megabytes(), u.peakMegabytes()));
    add("produce", seconds, before);
  }

  private static void commit(KafkaCrawlLog log, List<Article> chunk) {
    for (int i = 0; i < chunk.size(); i += BATCH) {
      log.commit(
          new CrawlBatch(
              chunk.subList(i, Math.min(chunk.size(), i + BATCH)), List.of(), List.of()));
    }
  }

  private void enrich() throws InterruptedException {
    Tagger tagger = Tagger.load();
    Map<String, ProcessUsage> before = usage();
    long start = System.nanoTime();
    TransformStage stage = Pipeline.enrichStage(settings, kafka, "bench-enrich-0", tagger);
    await("enrich", stage::run, stage::stop, stage.metrics());
    add("enrich", since(start), before);
  }

  private void index() throws InterruptedException {
    Map<String, ProcessUsage> before = usage();
    long start = System.nanoTime();
    ConsumeStage stage = Pipeline.indexStage(kafka, catalog, new AtomicBoolean(), progress);
    await("index", stage::run, stage::stop, stage.metrics());
    catalog.writer(() -> false, progress::line).refresh();
    add("index", since(start), before);
    if (search.count() != articles) {
      throw new StageException(
          "%d articles can be found, %d were sent".formatted(search.count(), articles));
    }
  }

  /// Runs a stage until it has done all articles.
  private void await(String name, Runnable run, Runnable stop, StageMetrics metrics)
      throws InterruptedException {
    CompletableFuture<Void> end =
        CompletableFuture.runAsync(run, task -> Thread.ofPlatform().name(name).start(task));
    try {
      while (metrics.records() < articles && !end.isDone()) {
        Thread.sleep(POLL);
      }
    } finally {
      stop.run();
    }
    join(end);
    if (metrics.rejected() > 0) {
      throw new StageException(
          "%s refused %d articles: 'civicwire rejected list' tells why"
              .formatted(name, metrics.rejected()));
    }
  }

  private static void join(CompletableFuture<Void> end) {
    try {
      end.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void add(String name, double seconds, Map<String, ProcessUsage> before) {
    phases.add(PipelineFigures.Phase.of(name, articles, seconds, before, usage()));
    progress.line("%s: %d articles in %.1f s".formatted(name, articles, seconds));
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
