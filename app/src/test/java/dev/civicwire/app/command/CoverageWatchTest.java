package dev.civicwire.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.app.fixture.Cli;
import dev.civicwire.app.fixture.Installation;
import dev.civicwire.app.fixture.Running;
import dev.civicwire.app.fixture.SharedEngines;
import dev.civicwire.contract.CrawlLog.CrawlBatch;
import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.CrawlState.OfSourceDay;
import dev.civicwire.contract.StageException;
import dev.civicwire.contract.topic.KafkaCrawlLog;
import dev.civicwire.ingest.crawl.CoverageWarning;
import dev.civicwire.ingest.crawl.CoverageWarning.Kind;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedEngines.class)
class CoverageWatchTest {
  private static final CoverageWarning QUIET =
      new CoverageWarning("news", Kind.QUIET, "news: no article for 6 days");

  @Test
  void tellsOfAWarningWhereItBeginsAndEnds() {
    List<String> lines = new ArrayList<>();
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    String series = "civicwire_coverage_warnings{kind=\"quiet\",source=\"news\"}";
    Deque<List<CoverageWarning>> looks =
        new ArrayDeque<>(
            List.of(
                List.of(QUIET),
                List.of(new CoverageWarning("news", Kind.QUIET, "news: no article for 7 days")),
                List.of()));

    try (CoverageWatch watch = new CoverageWatch(looks::pop, lines::add)) {
      watch.register(registry);
      assertThat(registry.scrape()).doesNotContain("civicwire_coverage_warnings{");
      watch.look();
      assertThat(registry.scrape()).contains(series + " 1.0");
      watch.look();
      assertThat(registry.scrape()).contains(series + " 1.0");
      watch.look();
      assertThat(registry.scrape()).doesNotContain(series);
    }

    assertThat(lines)
        .containsExactly(
            "WARNING news: no article for 6 days", "no longer: news: no article for 7 days");
  }

  @Test
  void keepsWhatItKnowsWhereNothingCanBeRead() {
    List<String> lines = new ArrayList<>();
    try (CoverageWatch watch =
        new CoverageWatch(
            () -> {
              throw new StageException("Kafka is away");
            },
            lines::add)) {
      watch.look();
    }
    assertThat(lines).containsExactly("the sources' coverage cannot be read: Kafka is away");
  }

  @Test
  void warnsAtTheEndOfACrawl(Installation installation, @TempDir Path folder) throws IOException {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    List<CrawlState> days =
        IntStream.of(20, 19, 18, 17).mapToObj(ago -> day(today.minusDays(ago))).toList();
    try (KafkaCrawlLog log = new KafkaCrawlLog(Running.kafka(installation), "ingest-0")) {
      log.commit(new CrawlBatch(List.of(), days, List.of()));
    }
    Path sources = folder.resolve("sources.yaml");
    Files.writeString(
        sources, "sources:\n  - {name: news, kind: feed, url: 'http://127.0.0.1:9/feed'}\n");

    Cli.Result crawl = installation.run("ingest", "run", "--sources", sources.toString());

    assertThat(crawl.err())
        .contains("WARNING news: no article for 17 days, 17 times its usual interval");
  }

  /// A day with two new articles.
  private static CrawlState day(LocalDate day) {
    return new OfSourceDay(
        "news", "h", day.toString(), 2, 2, 2, 0, 0, 0, 0, List.of(), 4_000, Optional.empty());
  }
}
