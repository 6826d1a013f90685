package dev.civicwire.app.command;

import dev.civicwire.app.config.Settings;
import dev.civicwire.app.pipeline.Connections;
import dev.civicwire.app.pipeline.EngineSet;
import dev.civicwire.app.pipeline.Progress;
import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.Json;
import dev.civicwire.contract.topic.KafkaConfig;
import dev.civicwire.contract.topic.TopicStatus;
import dev.civicwire.index.elastic.ElasticArticleSearch;
import dev.civicwire.index.elastic.ElasticConnection;
import dev.civicwire.index.elastic.IndexCatalog;
import dev.civicwire.ingest.crawl.Coverage;
import dev.civicwire.ingest.crawl.CoverageWarning;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `civicwire status`: what is there, what is behind, what failed.
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Per topic and stage: records, lag, last activity; per source: last crawl, next, errors."
    })
public final class StatusCommand implements Callable<Integer> {
  private static final int COVERAGE_DAYS = 7;

  @Spec CommandSpec spec;
  @Mixin CommonOptions common;

  @Option(names = "--json", description = "one JSON object, for machines")
  boolean json;

  /// All of it.
  record Status(
      TopicStatus kafka,
      long indexed,
      List<CrawlState.OfSource> sources,
      List<CrawlState.OfSitemap> sitemaps,
      List<CrawlState.OfHold> holds,
      List<CrawlState.OfSourceDay> coverage,
      List<String> warnings) {}

  @Override
  public Integer call() {
    Settings settings = common.settings();
    Progress progress = new Progress(spec.commandLine().getErr());
    try (EngineSet engines =
            EngineSet.open(settings, EngineSet.Need.BOTH, EngineSet.Stay.SHORT, progress);
        ElasticConnection elastic = Connections.readyElastic(settings, engines, progress)) {
      KafkaConfig kafka = Connections.readyKafka(settings, engines, progress);
      Status status =
          status(TopicStatus.read(kafka), indexed(settings, elastic), StoredStates.of(kafka));
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.mapper().writeValueAsString(status));
      } else {
        print(status, out);
      }
      return 0;
    }
  }

  private static long indexed(Settings settings, ElasticConnection elastic) {
    IndexCatalog catalog = Connections.catalog(settings, elastic);
    catalog.ensure();
    return new ElasticArticleSearch(elastic, catalog, Clock.systemUTC()).count();
  }

  private static Status status(TopicStatus topics, long indexed, StoredStates stored) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String oldest = today.minusDays(COVERAGE_DAYS).toString();
    List<CrawlState.OfSourceDay> days = stored.sourceDays();
    return new Status(
        topics,
        indexed,
        stored.only(CrawlState.OfSource.class).stream()
            .sorted(Comparator.comparing(CrawlState.OfSource::source))
            .toList(),
        stored.only(CrawlState.OfSitemap.class).stream()
            .sorted(Comparator.comparing(CrawlState.OfSitemap::key))
            .toList(),
        stored.holds(Instant.now()),
        days.stream()
            .filter(day -> day.day().compareTo(oldest) > 0)
            .sorted(
                Comparator.comparing(CrawlState.OfSourceDay::source)
                    .thenComparing(CrawlState.OfSourceDay::day))
            .toList(),
        Coverage.warnings(days, today).stream().map(CoverageWarning::text).toList());
  }

  private static void print(Status status, PrintWriter out) {
    out.printf("%-36s %10s %10s  %s%n", "TOPIC", "PARTITIONS", "RECORDS", "LAST ACTIVITY");
    for (TopicStatus.TopicState topic : status.kafka().topics()) {
      out.printf(
          "%-36s %10d %10d  %s%n",
          topic.name(), topic.partitions(), topic.records(), time(topic.lastActivity()));
    }
    out.printf("%n%-36s %10s %10s  %s%n", "STAGE", "PROCESSES", "LAG", "LAST ACTIVITY");
    for (TopicStatus.GroupState group : status.kafka().groups()) {
      out.printf(
          "%-36s %10d %10d  %s%n",
          group.name(), group.members(), group.lag(), time(group.lastActivity()));
    }
    out.printf("%nArticles that can be found: %d%n", status.indexed());
    out.printf("%n%-24s %-20s %-20s %6s  %s%n", "SOURCE", "LAST CRAWL", "NEXT", "LINKS", "ERROR");
    for (CrawlState.OfSource source : status.sources()) {
      out.printf(
          "%-24s %-20s %-20s %6d  %s%n",
          source.source(),
          time(Optional.of(source.lastCrawl())),
          source.paused() ? "paused" : time(Optional.of(source.nextDue())),
          source.found(),
          source.error().or(() -> moved(source)).orElse("-"));
    }
    sitemaps(status, out);
    status.holds().forEach(hold -> out.println(Receipt.line(hold)));
    coverage(status, out);
  }

  private static Optional<String> moved(CrawlState.OfSource source) {
    return source
        .movedTo()
        .map(url -> "moved for good: give %s in the sources file".formatted(url));
  }

  /// One line for each source that is an index.
  private static void sitemaps(Status status, PrintWriter out) {
    Map<String, List<CrawlState.OfSitemap>> bySource =
        status.sitemaps().stream()
            .collect(
                Collectors.groupingBy(
                    CrawlState.OfSitemap::source, TreeMap::new, Collectors.toList()));
    bySource.forEach(
        (source, parts) ->
            out.printf(
                "SITEMAPS %s: %d parts, %d retired of which %d are gone%n",
                source,
                parts.size(),
                parts.stream().filter(CrawlState.OfSitemap::retired).count(),
                parts.stream().filter(p -> p.retired() && p.outcome().equals("gone")).count()));
  }

  private static void coverage(Status status, PrintWriter out) {
    out.printf(
        "%n%-24s %-10s %5s %7s %5s %7s %9s %8s %5s  %s%n",
        "SOURCE",
        "DAY",
        "DUE",
        "FETCHED",
        "NEW",
        "CHANGED",
        "UNCHANGED",
        "REJECTED",
        "EMPTY",
        "FAILED");
    for (CrawlState.OfSourceDay day : status.coverage()) {
      out.printf(
          "%-24s %-10s %5d %7d %5d %7d %9d %8d %5d  %s%n",
          day.source(),
          day.day(),
          day.due(),
          day.fetched(),
          day.created(),
          day.changed(),
          day.unchanged(),
          day.rejected(),
          day.empty(),
          failed(day));
    }
    status.warnings().forEach(line -> out.println("WARNING " + line));
  }

  private static String failed(CrawlState.OfSourceDay day) {
    return day.failed().isEmpty()
        ? "-"
        : day.failed().stream()
            .map(CrawlState.FailureCount::toString)
            .collect(Collectors.joining(", "));
  }

  private static String time(Optional<Instant> at) {
    return at.map(t -> t.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("-");
  }
}
