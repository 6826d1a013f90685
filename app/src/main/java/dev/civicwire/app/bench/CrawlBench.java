package dev.civicwire.app.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.civicwire.contract.Article;
import dev.civicwire.contract.ArticleId;
import dev.civicwire.contract.CrawlLog;
import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.crawl.CrawlListener;
import dev.civicwire.ingest.crawl.CrawlReport;
import dev.civicwire.ingest.crawl.CrawlSettings;
import dev.civicwire.ingest.crawl.Crawler;
import dev.civicwire.ingest.extract.Extraction;
import dev.civicwire.ingest.extract.Extractor;
import dev.civicwire.ingest.source.SitemapSource;
import dev.civicwire.ingest.source.Source;
import dev.civicwire.ingest.source.SourceBasics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// Crawls many small sites behind one loopback server, each an address of its own: fetching,
/// robots, pace and state, without extraction and without Kafka. The server's share of CPU
/// is in the figures.
public final class CrawlBench implements AutoCloseable {
  private static final int FIRST_HOST = 2;
  private static final int HOSTS_A_NET = 250;
  private static final String PAGE =
      "<html><head><title>Page</title></head><body><p>"
          + "A sentence of a page that is as long as such pages are. ".repeat(80)
          + "</p></body></html>";

  private final int pages;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final Map<String, Long> lastRequest = new ConcurrentHashMap<>();
  private final Map<String, Long> longestGap = new ConcurrentHashMap<>();

  private CrawlBench(int pages) throws IOException {
    this.pages = pages;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /// What was measured.
  ///
  /// @param pages fetched
  /// @param seconds from the start to the end
  /// @param pagesPerSecond of all hosts together
  /// @param limitPerSecond what the pauses allow: hosts / pause
  /// @param cpuMillisPerPage of this process, the server's share included
  /// @param longestWaitInDelays longest time between two requests to a host that had work,
  ///     in pauses
  /// @param peakMegabytes resident, at most
  public record Figures(
      int hosts,
      int pages,
      double seconds,
      double pagesPerSecond,
      double limitPerSecond,
      double cpuMillisPerPage,
      double longestWaitInDelays,
      long peakMegabytes) {
    /// For people.
    public String text() {
      return String.format(
          Locale.ROOT,
          "%d pages of %d hosts in %.1f s: %.0f pages/s of %.0f that the pauses allow, %.2f ms CPU"
              + " a page, longest wait %.2f pauses, %d MB",
          pages,
          hosts,
          seconds,
          pagesPerSecond,
          limitPerSecond,
          cpuMillisPerPage,
          longestWaitInDelays,
          peakMegabytes);
    }
  }

  /// Crawls `pages` pages of each of `hosts` hosts.
  public static Figures run(int hosts, int pages, Duration delay) throws IOException {
    try (CrawlBench bench = new CrawlBench(pages)) {
      return bench.measure(hosts, delay);
    }
  }

  private Figures measure(int hosts, Duration delay) {
    List<Source> sources =
        IntStream.range(0, hosts)
            .<Source>mapToObj(
                n ->
                    new SitemapSource(
                        SourceBasics.of("site-" + n, base(n) + "/sitemap.xml", Duration.ofDays(1))))
            .toList();
    long pid = ProcessHandle.current().pid();
    double before = ProcessUsage.of(pid).cpuSeconds();
    long start = System.nanoTime();
    try (Crawler crawler =
        new Crawler(
            CrawlSettings.forLoopback(delay),
            sources,
            bare(),
            CrawlLog.none(),
            Clock.systemUTC(),
            CrawlListener.none())) {
      CrawlReport report = crawler.runOnce();
      double seconds = (System.nanoTime() - start) / 1e9;
      ProcessUsage usage = ProcessUsage.of(pid);
      int fetched = report.total().fetched();
      if (fetched != hosts * pages) {
        throw new StageException("%d of %d pages came".formatted(fetched, hosts * pages));
      }
      double longest = longestGap.values().stream().mapToLong(Long::longValue).max().orElse(0);
      return new Figures(
          hosts,
          fetched,
          seconds,
          fetched / seconds,
          hosts / (delay.toNanos() / 1e9),
          (usage.cpuSeconds() - before) * 1000 / fetched,
          longest / delay.toNanos(),
          usage.peakMegabytes());
    }
  }

  private String base(int host) {
    return "http://127.0.%d.%d:%d"
        .formatted(
            host / HOSTS_A_NET, FIRST_HOST + host % HOSTS_A_NET, server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (!exchange.getRemoteAddress().getAddress().isLoopbackAddress()) {
      // It listens on every address, since loopback has many; it serves this machine alone.
      exchange.close();
      return;
    }
    String host = exchange.getLocalAddress().getAddress().getHostAddress();
    String path = exchange.getRequestURI().getPath();
    long now = System.nanoTime();
    Optional.ofNullable(lastRequest.put(host, now))
        .ifPresent(last -> longestGap.merge(host, now - last, Math::max));
    boolean known = !path.equals("/robots.txt");
    byte[] body =
        (path.equals("/sitemap.xml") ? sitemap(host) : PAGE).getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange
          .getResponseHeaders()
          .set("Content-Type", path.endsWith(".xml") ? "application/xml" : "text/html");
      exchange.sendResponseHeaders(known ? 200 : 404, known ? body.length : -1);
      if (known) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private String sitemap(String host) {
    StringBuilder urls =
        new StringBuilder("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
    for (int i = 0; i < pages; i++) {
      urls.append(
          "<url><loc>http://%s:%d/page-%d</loc></url>"
              .formatted(host, server.getAddress().getPort(), i));
    }
    return urls.append("</urlset>").toString();
  }

  private static Extractor bare() {
    return (page, source) ->
        new Extraction.Found(
            Article.ofText(
                ArticleId.of(page.url()), page.url(), "Page", page.url(), Optional.empty()));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
