package dev.civicwire.app.command;

import dev.civicwire.app.config.Settings;
import dev.civicwire.app.pipeline.Connections;
import dev.civicwire.app.pipeline.EngineSet;
import dev.civicwire.app.pipeline.Pipeline;
import dev.civicwire.app.pipeline.Progress;
import dev.civicwire.app.pipeline.StopSignal;
import dev.civicwire.app.pipeline.Vacancies;
import dev.civicwire.app.sample.SampleSite;
import dev.civicwire.contract.Json;
import dev.civicwire.contract.StageException;
import dev.civicwire.contract.Vacancy;
import dev.civicwire.contract.topic.KafkaCrawlLog;
import dev.civicwire.index.search.ArticleSearch;
import dev.civicwire.ingest.crawl.CrawlReport;
import dev.civicwire.ingest.crawl.CrawlSettings;
import dev.civicwire.ingest.crawl.Crawler;
import dev.civicwire.ingest.crawl.PageArchive;
import dev.civicwire.ingest.crawl.SourceCounts;
import dev.civicwire.ingest.extract.PageExtractor;
import dev.civicwire.ingest.source.SourceFile;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `civicwire demo`: the whole way on the bundled sample site.
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Crawl the bundled sample site, tag, index and serve the search page, all on embedded",
      "engines; stays up until Ctrl-C."
    })
public final class DemoCommand implements Callable<Integer> {
  /// Where the port of the sample site is kept, and so the mark of a folder that has its articles.
  static final String SITE_PORT = "sample-site.port";

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /// Between two requests: the site is our own.
  private static final Duration DELAY = Duration.ofMillis(20);

  @Spec CommandSpec spec;
  @Mixin CommonOptions common;

  @Option(names = "--once", description = "end when all is searchable; last line = JSON summary")
  boolean once;

  /// What `--once` prints last.
  ///
  /// @param fetched pages
  /// @param articles new or changed in this run
  /// @param tagged articles that went through the tagger in this run
  /// @param indexed articles that can be found now
  /// @param rejected pages and articles refused in this run
  /// @param vacancies of all that is indexed
  /// @param firstSearchableSeconds from the start until the first article could be found
  /// @param seconds from the start to the end
  record Summary(
      int fetched,
      int articles,
      long tagged,
      long indexed,
      long rejected,
      List<Vacancy> vacancies,
      double firstSearchableSeconds,
      double seconds) {}

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = common.settings();
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(spec.commandLine().getErr());
    progress.line("data folder " + settings.dataFolder());
    // Outermost, so that it is released when all the rest has ended.
    try (StopSignal signal = StopSignal.calling(() -> {});
        SampleSite site = SampleSite.start(settings.dataFolder().resolve(SITE_PORT));
        Pipeline pipeline = Pipeline.start(settings, EngineSet.Stay.SHORT, progress);
        SearchPages pages = SearchPages.serve(settings, pipeline, once, registry -> {})) {
      signal.also(pipeline::stop);
      pipeline.whenStageFails(signal::release);
      FirstSearchable first = new FirstSearchable(pipeline.search(), progress);
      SourceCounts crawled = crawl(settings, site, pipeline, signal, progress).total();
      if (!pipeline.awaitIndexed(PATIENCE)) {
        throw new StageException(
            "not everything was indexed within " + PATIENCE.toMinutes() + " min");
      }
      List<Vacancy> vacancies = Vacancies.all(pipeline.search());
      progress.line("all searchable; memory in MB " + pipeline.megabytes());
      Columns.vacancies(vacancies, out);
      out.println();
      out.println("Search page: " + pages.url());
      if (once) {
        out.println(
            Json.mapper()
                .writeValueAsString(summary(pipeline, crawled, vacancies, first, progress)));
        return 0;
      }
      out.println("Ctrl-C ends it; the next start on this data folder has everything still.");
      out.flush();
      signal.await();
      pipeline.check();
      return 0;
    }
  }

  private static CrawlReport crawl(
      Settings settings, SampleSite site, Pipeline pipeline, StopSignal signal, Progress progress) {
    progress.line("sample site on " + site.base());
    try (KafkaCrawlLog log = new KafkaCrawlLog(pipeline.kafka(), KafkaCrawlLog.ALONE);
        PageArchive archive = Connections.archive(settings);
        Crawler crawler =
            new Crawler(
                CrawlSettings.forLoopback(DELAY),
                SourceFile.parse(site.sources(), "the sample site's sources"),
                new PageExtractor(),
                log,
                Clock.systemUTC(),
                new CrawlLines(progress),
                archive)) {
      signal.also(crawler::close);
      return crawler.runOnce();
    }
  }

  private static Summary summary(
      Pipeline pipeline,
      SourceCounts crawled,
      List<Vacancy> vacancies,
      FirstSearchable first,
      Progress progress) {
    ArticleSearch search = pipeline.search();
    return new Summary(
        crawled.fetched(),
        crawled.articles(),
        pipeline.tagged(),
        search.count(),
        crawled.rejected() + pipeline.rejected(),
        vacancies,
        first.seconds(),
        progress.seconds());
  }
}
