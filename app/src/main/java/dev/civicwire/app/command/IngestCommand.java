package dev.civicwire.app.command;

import dev.civicwire.app.config.ConfigException;
import dev.civicwire.app.config.Setting;
import dev.civicwire.app.config.Settings;
import dev.civicwire.app.pipeline.Connections;
import dev.civicwire.app.pipeline.EngineSet;
import dev.civicwire.app.pipeline.HeldSources;
import dev.civicwire.app.pipeline.Progress;
import dev.civicwire.app.pipeline.StageEndpoint;
import dev.civicwire.app.pipeline.StopSignal;
import dev.civicwire.contract.StageException;
import dev.civicwire.contract.topic.KafkaConfig;
import dev.civicwire.contract.topic.KafkaCrawlLog;
import dev.civicwire.contract.topic.KafkaCrawlShares;
import dev.civicwire.ingest.crawl.CrawlReport;
import dev.civicwire.ingest.crawl.Crawler;
import dev.civicwire.ingest.crawl.DateRange;
import dev.civicwire.ingest.crawl.PageArchive;
import dev.civicwire.ingest.source.Source;
import dev.civicwire.ingest.source.SourceFile;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `civicwire ingest run|serve`: crawls.
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Crawl the sources: pages to topic articles.")
public final class IngestCommand {
  @Spec CommandSpec spec;

  /// Crawls what is due, once.
  @Command(
      name = "run",
      mixinStandardHelpOptions = true,
      description = {
        "Crawl what is due, once: for cron.",
        "Exit code 0: all well; 1: a source or page failed; 2: wrong words;",
        "78: a setting or the sources file cannot be used."
      })
  int run(
      @Mixin CommonOptions common,
      @Mixin SourcesOption sources,
      @Option(
              names = "--since",
              paramLabel = "DAY",
              description = "back-fill: what the sources hold of this day (UTC) and later")
          @Nullable LocalDate since,
      @Option(names = "--until", paramLabel = "DAY", description = "last day of the back-fill")
          @Nullable LocalDate until) {
    Function<Crawler, CrawlReport> how =
        since == null ? once(until) : crawler -> crawler.backFill(range(since, until));
    CrawlReport report = onBroker(common, sources, start -> alone(start, how));
    return report.isClean() ? 0 : 1;
  }

  /// Crawls by schedule.
  @Command(
      name = "serve",
      mixinStandardHelpOptions = true,
      description = {
        "Crawl by schedule, until stopped. Several of them, on one machine or many, share the"
            + " hosts:",
        "give all the same sources."
      })
  int serve(@Mixin CommonOptions common, @Mixin SourcesOption sources) {
    onBroker(common, sources, this::shared);
    return 0;
  }

  /// What was asked of a host.
  @Command(
      name = "receipt",
      mixinStandardHelpOptions = true,
      description = {
        "What was asked of a host, by day (UTC): requests, bytes, share of 304, pauses kept,"
            + " version",
        "of robots.txt. To send to a webmaster who asks."
      })
  int receipt(
      @Mixin CommonOptions common,
      @Parameters(paramLabel = "HOST", description = "such as www.example.org") String host,
      @Option(names = "--json", description = "one JSON object a day") boolean json) {
    Settings settings = common.settings();
    Progress progress = new Progress(spec.commandLine().getErr());
    try (EngineSet engines =
        EngineSet.open(settings, EngineSet.Need.BROKER, EngineSet.Stay.SHORT, progress)) {
      KafkaConfig kafka = Connections.readyKafka(settings, engines, progress);
      new Receipt(spec.commandLine().getOut()).print(StoredStates.of(kafka), host, json);
      return 0;
    }
  }

  private Function<Crawler, CrawlReport> once(@Nullable LocalDate until) {
    if (until != null) {
      throw new ParameterException(spec.commandLine(), "--until needs --since");
    }
    return Crawler::runOnce;
  }

  private static DateRange range(LocalDate since, @Nullable LocalDate until) {
    return DateRange.days(since, until == null ? LocalDate.now(ZoneOffset.UTC) : until);
  }

  /// What every crawl starts from.
  private record Start(
      Settings settings, List<Source> sources, KafkaConfig kafka, Progress progress) {}

  private CrawlReport onBroker(
      CommonOptions common, SourcesOption option, Function<Start, CrawlReport> crawl) {
    Settings settings = common.settings();
    List<Source> sources = option.read(settings);
    Progress progress = new Progress(spec.commandLine().getErr());
    try (EngineSet engines =
        EngineSet.open(settings, EngineSet.Need.BROKER, EngineSet.Stay.LONG, progress)) {
      KafkaConfig kafka = Connections.readyKafka(settings, engines, progress);
      return crawl.apply(new Start(settings, sources, kafka, progress));
    }
  }

  private CrawlReport alone(Start start, Function<Crawler, CrawlReport> how) {
    CrawlMeters meters = new CrawlMeters(new CrawlLines(start.progress()));
    try (KafkaCrawlLog log = new KafkaCrawlLog(start.kafka(), KafkaCrawlLog.ALONE);
        PageArchive archive = Connections.archive(start.settings());
        Crawler crawler =
            new Crawler(
                Connections.crawl(start.settings()),
                start.sources(),
                Connections.extractor(start.settings()),
                log,
                Clock.systemUTC(),
                meters,
                archive);
        CoverageWatch watch = CoverageWatch.of(start.kafka(), start.progress())) {
      CrawlReport report = run(start.settings(), crawler, meters::register, how);
      watch.look();
      return report;
    }
  }

  private CrawlReport shared(Start start) {
    CrawlMeters meters = new CrawlMeters(new CrawlLines(start.progress()));
    ShareLines lines = new ShareLines(start.progress());
    try (KafkaCrawlShares shares = new KafkaCrawlShares(start.kafka(), lines);
        PageArchive archive = Connections.archive(start.settings());
        Crawler crawler =
            new Crawler(
                Connections.crawl(start.settings()),
                start.sources(),
                Connections.extractor(start.settings()),
                shares,
                Clock.systemUTC(),
                meters,
                archive);
        CoverageWatch watch = CoverageWatch.of(start.kafka(), start.progress()).hourly()) {
      Consumer<MeterRegistry> figures = registry -> meters.register(registry, shares);
      return run(start.settings(), crawler, figures.andThen(watch::register), Crawler::serve);
    }
  }

  private CrawlReport run(
      Settings settings,
      Crawler crawler,
      Consumer<MeterRegistry> meters,
      Function<Crawler, CrawlReport> how) {
    try (StageEndpoint _ = StageEndpoint.start(settings, crawler::lastTurn, meters);
        StopSignal _ = StopSignal.calling(crawler::close)) {
      crawler.holdWhile(new HeldSources(settings.dataFolder()));
      CrawlReport report = how.apply(crawler);
      spec.commandLine().getOut().print(report.text());
      spec.commandLine().getOut().flush();
      return report;
    }
  }

  /// Which sources.
  static final class SourcesOption {
    @Option(names = "--sources", paramLabel = "FILE", description = "YAML file of the sources")
    @Nullable Path file;

    List<Source> read(Settings settings) {
      Path given = file;
      if (given != null) {
        return file(given);
      }
      return file(
          Path.of(
              settings
                  .given(Setting.SOURCES)
                  .orElseThrow(
                      () ->
                          new ConfigException(
                              "no sources: give --sources FILE or set "
                                  + Setting.SOURCES.variable()))));
    }

    /// The same where a file is given or set.
    Optional<List<Source>> given(Settings settings) {
      return Optional.ofNullable(file)
          .or(() -> settings.given(Setting.SOURCES).map(Path::of))
          .map(SourcesOption::file);
    }

    private static List<Source> file(Path path) {
      try {
        return SourceFile.read(path);
      } catch (StageException e) {
        throw new ConfigException(String.valueOf(e.getMessage()), e);
      }
    }
  }
}
