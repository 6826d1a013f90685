package dev.civicwire.app.bench;

import dev.civicwire.app.Civicwire;
import dev.civicwire.contract.ArticleId;
import dev.civicwire.contract.CrawlLog.CrawlBatch;
import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.CrawlState.OfUrl;
import dev.civicwire.contract.StageException;
import dev.civicwire.contract.topic.KafkaConfig;
import dev.civicwire.contract.topic.KafkaCrawlLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// How long a crawl takes to start, and how much memory, where it knows very many pages: an `ingest
/// run` of its own, as the start script starts it, that has nothing to do.
public final class KnownBench {
  private static final int BATCH = 5_000;
  private static final int HOSTS = 500;
  private static final int LOOK_MS = 50;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final List<String> AS_THE_START_SCRIPT =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:MetaspaceSize=128m",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private KnownBench() {}

  /// @param known pages in the crawl state
  /// @param seconds from the process' start to its end, with everything read
  /// @param cpuSeconds of that process
  /// @param peakMegabytes most resident memory of that process
  public record Figures(int known, double seconds, double cpuSeconds, long peakMegabytes) {
    /// One line.
    public String text() {
      return String.format(
          Locale.ROOT,
          "%,d known pages: read in %.1f s (%.1f CPU-seconds), %d MB resident at most",
          known,
          seconds,
          cpuSeconds,
          peakMegabytes);
    }
  }

  /// Writes the state and starts the crawl.
  ///
  /// @param data folder of a running broker
  /// @throws StageException where the crawl fails
  public static Figures run(KafkaConfig kafka, Path data, int known, Consumer<String> progress)
      throws IOException {
    try (KafkaCrawlLog log = new KafkaCrawlLog(kafka, "bench-0")) {
      for (int from = 0; from < known; from += BATCH) {
        List<CrawlState> states =
            IntStream.range(from, Math.min(known, from + BATCH))
                .<CrawlState>mapToObj(KnownBench::page)
                .toList();
        log.commit(new CrawlBatch(List.of(), states, List.of()));
      }
    }
    progress.accept("wrote the state of " + known + " pages");
    Path sources =
        Files.writeString(
            data.resolve("paused.yaml"),
            "sources:\n  - {name: s, kind: page, url: \"http://127.0.0.1:9/\", every: 1d,"
                + " paused: true}\n");
    return measured(known, sources, data);
  }

  /// A page as years leave it: fetched, unchanged, with validators.
  private static OfUrl page(int number) {
    String host = "www.council-%d.example".formatted(number % HOSTS);
    String url =
        "https://%s/news/2026/11/%d-council-appoints-a-digital-officer".formatted(host, number);
    Instant fetched = Instant.parse("2026-11-20T10:00:00Z").plusMillis(number);
    return new OfUrl(
        url,
        host,
        "source-" + number % HOSTS,
        "unchanged",
        Optional.of("updated " + fetched),
        Optional.of("\"" + Integer.toHexString(number) + "-5f1c2ab6\""),
        Optional.of("Fri, 20 Nov 2026 09:12:44 GMT"),
        Optional.of(ArticleId.contentHash(url, url)),
        Optional.of(ArticleId.of(url)),
        fetched,
        Instant.parse("2099-01-01T00:00:00Z").plusMillis(number),
        0);
  }

  private static Figures measured(int known, Path sources, Path data) throws IOException {
    long start = System.nanoTime();
    Process process =
        ChildJava.of(
                AS_THE_START_SCRIPT,
                System.getProperty("java.class.path"),
                Civicwire.class.getName(),
                "ingest",
                "run",
                "--sources=" + sources,
                "--data=" + data)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    ProcessUsage last = awaitEnd(process);
    if (process.exitValue() != 0) {
      throw new StageException("the crawl ended with exit code " + process.exitValue());
    }
    return new Figures(
        known, (System.nanoTime() - start) / 1e9, last.cpuSeconds(), last.peakMegabytes());
  }

  /// What it had used when it was last looked at.
  private static ProcessUsage awaitEnd(Process process) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    ProcessUsage last = ProcessUsage.of(process.pid());
    try {
      while (!process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
        ProcessUsage now = ProcessUsage.of(process.pid());
        last = now.peakMegabytes() > 0 ? now : last;
        if (System.nanoTime() > end) {
          throw new StageException("the crawl did not end within " + PATIENCE.toMinutes() + " min");
        }
      }
      return last;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StageException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
