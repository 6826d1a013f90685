package dev.civicwire.app.bench;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.ArticleId;
import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.crawl.CrawlListener;
import dev.civicwire.ingest.crawl.CrawlReport;
import dev.civicwire.ingest.crawl.CrawlSettings;
import dev.civicwire.ingest.crawl.Crawler;
import dev.civicwire.ingest.extract.Extraction;
import dev.civicwire.ingest.extract.Extractor;
import dev.civicwire.ingest.source.Schedule;
import dev.civicwire.ingest.source.SitemapSource;
import dev.civicwire.ingest.source.Source;
import dev.civicwire.ingest.source.SourceBasics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Crawls many small sites behind one loopback server, each an address of its own: fetching,
/// robots.txt, pace, state and transaction, without extraction. The server has a process of its own
/// and is not counted. After a small crawl that warms up, first with pauses, then without, then
/// others without.
public final class CrawlBench {
  private static final int WARM_UP_HOSTS = 50;
  private static final String TEXT =
      "A sentence of an article that is as long as such articles are. ".repeat(70);

  private final int hosts;
  private final int pages;
  private final Duration delay;
  private final BenchLog log;

  /// @param hosts sites
  /// @param pages of each site
  /// @param delay pause between two requests to one site
  public CrawlBench(int hosts, int pages, Duration delay, BenchLog log) {
    this.hosts = hosts;
    this.pages = pages;
    this.delay = delay;
    this.log = log;
  }

  /// Measures.
  ///
  /// @param peers folder of other crawlers, to measure them too
  public CrawlFigures run(Optional<Path> peers) throws IOException {
    try (BenchSiteProcess site = BenchSiteProcess.start(pages)) {
      fetch(site, Duration.ZERO, Math.min(hosts, WARM_UP_HOSTS));
      CrawlFigures.Pass paced = crawl(site, delay);
      CrawlFigures.Pass unpaced = crawl(site, Duration.ZERO);
      List<CrawlFigures.Pass> beside = new ArrayList<>();
      if (peers.isPresent()) {
        beside.addAll(new PeerCrawl(peers.get(), hosts, pages).run(site));
      }
      return new CrawlFigures(hosts, delay.toMillis(), paced, unpaced, beside);
    }
  }

  private CrawlFigures.Pass crawl(BenchSiteProcess site, Duration pause) throws IOException {
    site.seen(pause);
    long pid = ProcessHandle.current().pid();
    double before = ProcessUsage.of(pid).cpuSeconds();
    double brokerBefore = log.brokerCpuSeconds();
    long epoch = System.currentTimeMillis();
    long start = System.nanoTime();
    int fetched = fetch(site, pause, hosts);
    double seconds = (System.nanoTime() - start) / 1e9;
    ProcessUsage usage = ProcessUsage.of(pid);
    double cpu = usage.cpuSeconds() - before;
    BenchSite.Seen seen = site.seen(pause);
    boolean paced = pause.isPositive();
    return new CrawlFigures.Pass(
        "civicwire",
        fetched,
        seconds,
        fetched / seconds,
        paced ? Optional.of(hosts / (pause.toNanos() / 1e9)) : Optional.empty(),
        cpu * 1000 / fetched,
        fetched / cpu,
        log.broker().map(b -> (log.brokerCpuSeconds() - brokerBefore) * 1000 / fetched),
        paced ? Optional.of(seen.longestGapNanos() / (double) pause.toNanos()) : Optional.empty(),
        paced ? Optional.of(seen.late()) : Optional.empty(),
        Optional.of((seen.lastFirstMillis() - epoch) / 1e3),
        usage.peakMegabytes());
  }

  private int fetch(BenchSiteProcess site, Duration pause, int first) {
    try (BenchLog.Opened fresh = log.open();
        Crawler crawler =
            new Crawler(
                CrawlSettings.forLoopback(pause),
                sources(site, first),
                bare(),
                fresh,
                Clock.systemUTC(),
                CrawlListener.none())) {
      CrawlReport report = crawler.runOnce();
      int fetched = report.total().fetched();
      if (fetched != first * pages) {
        throw new StageException("%d of %d pages came".formatted(fetched, first * pages));
      }
      return fetched;
    }
  }

  private List<Source> sources(BenchSiteProcess site, int first) {
    return IntStream.range(0, first)
        .<Source>mapToObj(
            n ->
                new SitemapSource(
                    new SourceBasics(
                        "site-" + n,
                        site.base(n) + "/sitemap.xml",
                        new Schedule.Every(Duration.ofDays(1)),
                        Optional.empty(),
                        1,
                        pages,
                        OptionalInt.empty(),
                        false,
                        Optional.empty())))
        .toList();
  }

  private static Extractor bare() {
    return (page, source) ->
        new Extraction.Found(
            Article.ofText(ArticleId.of(page.url()), page.url(), "Page", TEXT, Optional.empty()));
  }
}
