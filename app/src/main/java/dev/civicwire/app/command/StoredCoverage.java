package dev.civicwire.app.command;

import dev.civicwire.contract.CrawlState.OfSourceDay;
import dev.civicwire.contract.topic.KafkaConfig;
import dev.civicwire.index.web.CoverageReport;
import dev.civicwire.ingest.crawl.Coverage;
import dev.civicwire.ingest.crawl.CoverageWarning;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is committed of the sources' days, read again when it is older than a few seconds: reading
/// goes through the whole crawl state.
final class StoredCoverage implements CoverageReport {
  private static final long FRESH_NANOS = Duration.ofSeconds(20).toNanos();

  private final KafkaConfig kafka;
  private Optional<Days> days = Optional.empty();
  private long readAt;

  StoredCoverage(KafkaConfig kafka) {
    this.kafka = kafka;
  }

  @Override
  public synchronized Days read() {
    Optional<Days> known = days.filter(d -> System.nanoTime() - readAt < FRESH_NANOS);
    return known.orElseGet(this::fresh);
  }

  private Days fresh() {
    List<OfSourceDay> stored =
        StoredStates.of(kafka).sourceDays().stream()
            .sorted(Comparator.comparing(OfSourceDay::day).thenComparing(OfSourceDay::source))
            .toList();
    List<CoverageWarning> warnings = Coverage.warnings(stored, LocalDate.now(ZoneOffset.UTC));
    Days read = new Days(stored, warnings.stream().map(CoverageWarning::text).toList());
    days = Optional.of(read);
    readAt = System.nanoTime();
    return read;
  }
}
