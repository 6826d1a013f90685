package dev.civicwire.app.command;

import dev.civicwire.app.pipeline.Progress;
import dev.civicwire.contract.StageException;
import dev.civicwire.contract.topic.KafkaConfig;
import dev.civicwire.ingest.crawl.Coverage;
import dev.civicwire.ingest.crawl.CoverageWarning;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Looks at what is committed of the sources' days while a crawl runs: a line where a warning
/// begins and where it is over, and `civicwire_coverage_warnings{source="…",kind="…"} 1` as long
/// as it lasts. Safe for threads.
final class CoverageWatch implements AutoCloseable {
  /// Days change slowly, and reading them goes through the whole crawl state.
  private static final Duration EVERY = Duration.ofHours(1);

  /// A reading that is under way may end.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private record Key(String source, CoverageWarning.Kind kind) {}

  private final Supplier<List<CoverageWarning>> warnings;
  private final Consumer<String> lines;
  private final ScheduledExecutorService turns =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("coverage").factory());
  private Map<Key, CoverageWarning> standing = Map.of();
  private Optional<MultiGauge> gauge = Optional.empty();

  /// @param warnings read anew at each look
  CoverageWatch(Supplier<List<CoverageWarning>> warnings, Consumer<String> lines) {
    this.warnings = warnings;
    this.lines = lines;
  }

  /// Watches the crawl state of a broker.
  static CoverageWatch of(KafkaConfig kafka, Progress progress) {
    return new CoverageWatch(
        () -> Coverage.warnings(StoredStates.of(kafka).sourceDays(), LocalDate.now(ZoneOffset.UTC)),
        progress::line);
  }

  /// Registers the metric.
  synchronized void register(MeterRegistry registry) {
    gauge =
        Optional.of(
            MultiGauge.builder("civicwire.coverage.warnings")
                .description("1 for each source that needs a look: quiet, layout, forbidden")
                .register(registry));
    show();
  }

  /// Looks now and each hour, until closed.
  CoverageWatch hourly() {
    var _ = turns.scheduleWithFixedDelay(this::look, 0, EVERY.toSeconds(), TimeUnit.SECONDS);
    return this;
  }

  /// Looks once. Where the state cannot be read, what is known stands.
  synchronized void look() {
    try {
      told(warnings.get());
    } catch (StageException e) {
      lines.accept("the sources' coverage cannot be read: " + e.getMessage());
    }
  }

  private void told(List<CoverageWarning> now) {
    Map<Key, CoverageWarning> next = new LinkedHashMap<>();
    now.forEach(warning -> next.put(key(warning), warning));
    next.forEach(
        (key, warning) -> {
          if (!standing.containsKey(key)) {
            lines.accept("WARNING " + warning.text());
          }
        });
    standing.forEach(
        (key, warning) -> {
          if (!next.containsKey(key)) {
            lines.accept("no longer: " + warning.text());
          }
        });
    standing = next;
    show();
  }

  private static Key key(CoverageWarning warning) {
    return new Key(warning.source(), warning.kind());
  }

  private void show() {
    List<MultiGauge.Row<?>> rows =
        standing.keySet().stream().<MultiGauge.Row<?>>map(CoverageWatch::row).toList();
    gauge.ifPresent(g -> g.register(rows, true));
  }

  private static MultiGauge.Row<?> row(Key key) {
    String kind = key.kind().name().toLowerCase(Locale.ROOT);
    return MultiGauge.Row.of(Tags.of("source", key.source(), "kind", kind), () -> 1);
  }

  @Override
  public void close() {
    turns.shutdown();
    try {
      if (!turns.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        turns.shutdownNow();
      }
    } catch (InterruptedException e) {
      turns.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
