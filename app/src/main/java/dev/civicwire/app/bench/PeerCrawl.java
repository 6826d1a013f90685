package dev.civicwire.app.bench;

import dev.civicwire.contract.Json;
import dev.civicwire.contract.StageException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// crawler4j on the same pages, in a process of its own with the jars that a build of module
/// `peers` leaves; no part of the distribution. It crawls twice: cold, then warm.
///
/// @param folder of the jars
record PeerCrawl(Path folder, int hosts, int pages) {
  private static final String MAIN = "dev.civicwire.peers.Crawler4j";

  /// One crawl, as the other process tells it.
  record Told(int pages, double seconds, double cpuSeconds, long peakMegabytes) {}

  List<CrawlFigures.Pass> run(BenchSiteProcess site) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new StageException(
          "no folder %s of other crawlers: build module peers, or name it by --peers"
              .formatted(folder));
    }
    Process process =
        ChildJava.of(classPath(), MAIN, seeds(site).toString(), "" + hosts * pages).start();
    List<CrawlFigures.Pass> passes = new ArrayList<>();
    try (BufferedReader out = process.inputReader()) {
      for (String name : List.of("crawler4j 4.4.0, cold", "crawler4j 4.4.0, warm")) {
        String line =
            Optional.ofNullable(out.readLine())
                .orElseThrow(() -> new StageException("crawler4j ended early"));
        passes.add(pass(name, Json.mapper().readValue(line, Told.class)));
      }
    } finally {
      process.destroy();
    }
    return passes;
  }

  /// Its own libraries go before ours, of which it needs what logs.
  private String classPath() {
    return folder
        + File.separator
        + "*"
        + File.pathSeparator
        + System.getProperty("java.class.path");
  }

  /// A file of the addresses to begin at: the page of each site that links to all others.
  private Path seeds(BenchSiteProcess site) throws IOException {
    Path file = Files.createTempFile("civicwire-bench-", ".txt");
    file.toFile().deleteOnExit();
    List<String> seeds = new ArrayList<>();
    for (int i = 0; i < hosts; i++) {
      seeds.add(site.base(i) + "/");
    }
    return Files.write(file, seeds);
  }

  private static CrawlFigures.Pass pass(String name, Told told) {
    return new CrawlFigures.Pass(
        name,
        told.pages(),
        told.seconds(),
        told.pages() / told.seconds(),
        Optional.empty(),
        told.cpuSeconds() * 1000 / told.pages(),
        told.pages() / told.cpuSeconds(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        told.peakMegabytes());
  }
}
