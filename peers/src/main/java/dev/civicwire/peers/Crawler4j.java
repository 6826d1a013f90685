package dev.civicwire.peers;

import com.sun.management.OperatingSystemMXBean;
import edu.uci.ics.crawler4j.crawler.CrawlConfig;
import edu.uci.ics.crawler4j.crawler.CrawlController;
import edu.uci.ics.crawler4j.crawler.Page;
import edu.uci.ics.crawler4j.crawler.WebCrawler;
import edu.uci.ics.crawler4j.fetcher.PageFetcher;
import edu.uci.ics.crawler4j.robotstxt.RobotstxtConfig;
import edu.uci.ics.crawler4j.robotstxt.RobotstxtServer;
import edu.uci.ics.crawler4j.url.WebURL;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// crawler4j as a program of its own: `Crawler4j SEEDS PAGES` crawls the seeds of a file and what
/// they link to, twice, cold and then warm, and prints a line of JSON after each: pages, seconds,
/// CPU-seconds, peak of the resident memory in MB. Without pauses; it asks robots.txt, parses each
/// page for its links and keeps the addresses in Berkeley DB.
public final class Crawler4j {
  private static final int PASSES = 2;
  private static final int THREADS = 16;

  private Crawler4j() {}

  /// Where a page counts.
  private static final class Counter extends WebCrawler {
    private final AtomicInteger visited;

    Counter(AtomicInteger visited) {
      this.visited = visited;
    }

    @Override
    public boolean shouldVisit(Page referrer, WebURL url) {
      return true;
    }

    @Override
    public void visit(Page page) {
      if (page.getWebURL().getPath().startsWith("/page-")) {
        visited.incrementAndGet();
      }
    }
  }

  public static void main(String[] args) throws Exception {
    List<String> seeds = Files.readAllLines(Path.of(args[0]));
    int pages = Integer.parseInt(args[1]);
    for (int pass = 0; pass < PASSES; pass++) {
      IO.println(crawl(seeds, pages));
    }
    System.exit(0);
  }

  private static String crawl(List<String> seeds, int pages) throws Exception {
    Path folder = Files.createTempDirectory("crawler4j-");
    try {
      AtomicInteger visited = new AtomicInteger();
      double cpu = cpuSeconds();
      long start = System.nanoTime();
      CrawlController controller = controller(folder);
      for (String seed : seeds) {
        controller.addSeed(seed);
      }
      controller.start(() -> new Counter(visited), THREADS);
      double seconds = (System.nanoTime() - start) / 1e9;
      if (visited.get() != pages) {
        throw new IllegalStateException(visited.get() + " of " + pages + " pages came");
      }
      return "{\"pages\":%d,\"seconds\":%.3f,\"cpu_seconds\":%.3f,\"peak_megabytes\":%d}"
          .formatted(pages, seconds, cpuSeconds() - cpu, peakMegabytes());
    } finally {
      delete(folder);
    }
  }

  private static CrawlController controller(Path folder) throws Exception {
    CrawlConfig config = new CrawlConfig();
    config.setCrawlStorageFolder(folder.toString());
    config.setPolitenessDelay(0);
    // It looks this often whether its threads are done; the default is ten seconds.
    config.setThreadMonitoringDelaySeconds(1);
    config.setThreadShutdownDelaySeconds(1);
    config.setCleanupDelaySeconds(1);
    PageFetcher fetcher = new PageFetcher(config);
    return new CrawlController(
        config, fetcher, new RobotstxtServer(new RobotstxtConfig(), fetcher));
  }

  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  private static long peakMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.toUpperCase(Locale.ROOT).startsWith("VMHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
