package dev.civicwire.ingest.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.Rejection;
import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.fetch.FetchLimits;
import dev.civicwire.ingest.site.LoopbackSite;
import dev.civicwire.ingest.site.RawServer;
import dev.civicwire.ingest.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrawlerRobustnessTest {
  private static final FetchLimits SHORT =
      new FetchLimits(
          Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofDays(1));
  private final LoopbackSite site = new LoopbackSite();
  private final CrawlLogTwin log = new CrawlLogTwin();
  private final TestClock clock = new TestClock();
  private final List<CrawlEvent> events = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void stop() {
    site.close();
  }

  private static final String FEED =
      "sources:\n- {name: feed, kind: feed, url: '{{base}}/feed.xml', every: 1h}\n";

  private Crawler crawler(String sources) {
    return crawler(CrawlSettings.forLoopback(Duration.ZERO).withLimits(SHORT), sources);
  }

  private Crawler crawler(CrawlSettings settings, String sources) {
    return new Crawler(
        settings,
        SourceFile.parse(sources.replace("{{base}}", site.url("")), "test"),
        new PlainExtractor(),
        log,
        clock,
        events::add);
  }

  /// Crawls a feed of one page.
  private CrawlReport crawlPage(String path) {
    site.xml("/feed.xml", site.rss(path));
    return crawler(FEED).runOnce();
  }

  @Test
  void namesARedirectLoop() {
    site.redirect("/a", 302, "/b").redirect("/b", 302, "/a");

    CrawlReport report = crawlPage("/a");

    assertThat(report.total().failed()).containsEntry("redirect-loop", 1);
    assertThat(log.detail(site.url("/b"))).startsWith("redirect-loop: back to");
  }

  @Test
  void namesACookieWall() {
    site.status("/a", 302, "Location", "/a", "Set-Cookie", "seen=1");

    assertThat(crawlPage("/a").total().failed()).containsEntry("redirect-loop", 1);
    assertThat(site.count("/a")).isOne();
  }

  @Test
  void followsFiveRedirectsAndNotSix() {
    for (int i = 0; i < 10; i++) {
      site.redirect("/" + i, 301, "/" + (i + 1));
    }
    site.article("/10", "End");

    assertThat(crawlPage("/5").total().articlesNew()).isOne();
    site.xml("/feed.xml", site.rss("/4"));
    clock.advance(Duration.ofHours(2));
    site.redirect("/4", 301, "/x0");
    for (int i = 0; i < 6; i++) {
      site.redirect("/x" + i, 301, "/x" + (i + 1));
    }
    assertThat(crawler(FEED).runOnce().total().failed()).containsEntry("redirect-loop", 1);
  }

  @Test
  void redirectsLeadToNoPrivateAddress() {
    site.redirect("/a", 302, "http://10.1.2.3/admin");

    CrawlReport report = crawlPage("/a");

    assertThat(report.total().deferred() + report.total().failures()).isPositive();
    assertThat(log.articles()).isEmpty();
    assertThat(log.detail("http://10.1.2.3/admin")).contains("unsafe-address");
  }

  @ParameterizedTest(name = "robots.txt {0}: {1}")
  @CsvSource({"404, true", "403, true", "503, false", "500, false", "429, false"})
  void crawlsOrWaitsByTheStatusOfRobots(int status, boolean crawls) {
    site.status("/robots.txt", status).article("/a", "Alpha");

    CrawlReport report = crawlPage("/a");

    assertThat(site.count("/feed.xml")).isEqualTo(crawls ? 1 : 0);
    assertThat(report.total().articlesNew()).isEqualTo(crawls ? 1 : 0);
    if (!crawls) {
      assertThat(log.source("feed").error().orElse("")).contains("robots.txt could not be read");
    }
  }

  @Test
  void readsTheFirstHalfMegabyteOfAHugeRobots() {
    site.text("/robots.txt", "User-agent: *\nDisallow: /a\n" + "# filler\n".repeat(200_000));
    site.article("/a", "Alpha").article("/b", "Beta");
    site.xml("/feed.xml", site.rss("/a", "/b"));

    CrawlReport report = crawler(FEED).runOnce();

    assertThat(report.total().forbidden()).isOne();
    assertThat(report.total().articlesNew()).isOne();
  }

  @Test
  void leavesAThrottlingHostForLater() {
    site.status("/a", 429, "Retry-After", "7200").article("/b", "Beta");
    site.xml("/feed.xml", site.rss("/a", "/b"));

    CrawlReport report = crawler(FEED).runOnce();

    assertThat(report.total().failed()).containsEntry("throttled", 1);
    assertThat(report.total().deferred()).isOne();
    assertThat(site.count("/b")).isZero();
    assertThat(log.page(site.url("/b")).orElseThrow().nextDue())
        .isEqualTo(clock.instant().plus(Duration.ofHours(2)));

    site.article("/a", "Alpha");
    clock.advance(Duration.ofHours(3));
    assertThat(crawler(FEED).runOnce().total().articlesNew()).isEqualTo(2);
  }

  @Test
  void leavesAHostAloneThatOnlyFails() {
    String[] paths = new String[12];
    for (int i = 0; i < paths.length; i++) {
      paths[i] = "/" + i;
      site.status(paths[i], 502);
    }
    site.xml("/feed.xml", site.rss(paths));

    crawler(FEED).runOnce();

    assertThat(site.paths()).filteredOn(List.of(paths)::contains).hasSize(5);
  }

  @Test
  void rejectsAPageLargerThanTheLimit() {
    site.html("/a", LoopbackSite.articleHtml("Long", "") + "x".repeat(20 << 20));

    CrawlReport report = crawlPage("/a");

    assertThat(report.total().rejected()).isOne();
    assertThat(log.articles()).isEmpty();
    Rejection rejection = log.rejections().getFirst();
    assertThat(rejection.reason()).isEqualTo("too-large");
    assertThat(rejection.message()).contains(site.url("/a")).contains("5242880 bytes");
    assertThat(rejection.payload().size()).isLessThan(300_000);
    assertThat(log.outcome(site.url("/a"))).isEqualTo("rejected");
  }

  @Test
  void rejectsWhatIsNoPageAndGoesOn() {
    site.html("/empty", "").html("/break", "<p>break</p>").article("/good", "Good");
    site.on("/pdf", e -> LoopbackSite.send(e, 200, "image/png", "no page"));
    site.on("/data", e -> LoopbackSite.send(e, 200, "application/json", "{}"));
    site.xml("/feed.xml", site.rss("/empty", "/pdf", "/data", "/break", "/good"));

    CrawlReport report = crawler(FEED).runOnce();

    assertThat(log.rejections())
        .extracting(Rejection::reason)
        .containsExactlyInAnyOrder("no-text", "not-html", "not-html", "extractor-failed");
    assertThat(report.total().articlesNew()).isOne();
  }

  @Test
  void tellsOfARejectedPageOnce() {
    site.html("/empty", "");
    crawlPage("/empty");
    clock.advance(Duration.ofDays(30));

    assertThat(crawler(FEED).runOnce().total().rejected()).isOne();
    assertThat(log.rejections()).hasSize(1);
  }

  @Test
  void heedsTheRobotsHeader() {
    site.on(
        "/a",
        e -> {
          e.getResponseHeaders().set("X-Robots-Tag", "noindex");
          LoopbackSite.send(e, 200, "text/html", LoopbackSite.articleHtml("Alpha", ""));
        });

    assertThat(crawlPage("/a").total().forbidden()).isOne();
    assertThat(log.detail(site.url("/a"))).isEqualTo("noindex in X-Robots-Tag");
  }

  @Test
  void asksConditionallyWhenItLooksAgain() {
    site.on(
        "/a",
        e -> {
          e.getResponseHeaders().set("ETag", "\"v1\"");
          boolean known = "\"v1\"".equals(e.getRequestHeaders().getFirst("If-None-Match"));
          LoopbackSite.send(
              e, known ? 304 : 200, "text/html", known ? "" : LoopbackSite.articleHtml("A", ""));
        });
    crawlPage("/a");
    clock.advance(Duration.ofDays(2));
    site.forget();

    CrawlReport report = crawler(FEED).runOnce();

    assertThat(site.asked().stream().filter(a -> a.path().equals("/a")))
        .singleElement()
        .satisfies(a -> assertThat(a.header("If-None-Match")).contains("\"v1\""));
    assertThat(report.total().unchanged()).isOne();
    assertThat(log.articles()).hasSize(1);
  }

  @Test
  void oneSourcesFailureDelaysNoOther() {
    try (LoopbackSite other = new LoopbackSite("127.0.0.2");
        RawServer dead = new RawServer(out -> RawServer.stall())) {
      other.xml("/feed.xml", other.rss("/o")).article("/o", "Other");
      String both =
          FEED
              + "- {name: other, kind: feed, url: '%s'}\n".formatted(other.url("/feed.xml"))
              + "- {name: dead, kind: feed, url: '%s'}\n"
                  .formatted(dead.url("/feed.xml").replace("127.0.0.1", "localhost"));
      site.xml("/feed.xml", site.rss("/a")).article("/a", "Alpha");

      CrawlReport report = crawler(both).runOnce();

      assertThat(log.articles())
          .extracting(Article::title)
          .containsExactlyInAnyOrder("Alpha", "Other");
      assertThat(report.sources())
          .hasEntrySatisfying("dead", counts -> assertThat(counts.deferred()).isOne());
      assertThat(log.source("dead").error().orElse("")).contains("timeout");
      assertThat(log.source("other").error()).isEmpty();
    }
  }

  @Test
  void takesTheRestOfALargeSourceInTheNextReading() {
    for (int i = 0; i < 7; i++) {
      site.article("/" + i, "Number " + i);
    }
    site.xml("/feed.xml", site.rss("/0", "/1", "/2", "/3", "/4", "/5", "/6"));
    String few = FEED.replace("every: 1h", "every: 1h, maxArticles: 5");

    assertThat(crawler(few).runOnce().total().articlesNew()).isEqualTo(5);
    clock.advance(Duration.ofHours(2));
    assertThat(crawler(few).runOnce().total().articlesNew()).isEqualTo(2);
  }

  @Test
  void keepsWhatAListGaveBeforeItsBrokenPage() {
    site.article("/jobs/1", "One").article("/jobs/2", "Two");
    site.html(
        "/jobs/",
        "<a href='/jobs/1'>a</a><a href='/jobs/2'>b</a><a class=next href='/jobs/?p=2'>n</a>");
    site.status("/jobs/?p=2", 404);
    String listing =
        "sources:\n- {name: l, kind: listing, url: '{{base}}/jobs/', link: 'a:not(.next)',"
            + " next: a.next}";

    CrawlReport report = crawler(listing).runOnce();

    assertThat(report.total().articlesNew()).isEqualTo(2);
    assertThat(report.isClean()).isFalse();
  }

  @Test
  void leavesTrapsAlone() {
    site.html(
        "/jobs/",
        "<a href='/x/x/x/x/'>a</a><a href='/jobs/1'>b</a><a class=next href='/jobs/?p=1'>n</a>");
    for (int i = 1; i < 100; i++) {
      site.html(
          "/jobs/?p=" + i,
          "<a href='/jobs/%d0'>b</a><a class=next href='/jobs/?p=%d'>n</a>".formatted(i, i + 1));
    }
    String listing =
        "sources:\n- {name: l, kind: listing, url: '{{base}}/jobs/', link: 'a:not(.next)',"
            + " next: a.next, maxPages: 4}";

    crawler(listing).runOnce();

    assertThat(site.paths()).filteredOn(p -> p.startsWith("/jobs/?p=")).hasSize(3);
    assertThat(site.paths()).noneMatch(p -> p.startsWith("/x/"));
  }

  @Test
  void fetchesAgainWhatItsSourceSaysHasChanged() {
    String map =
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>%s</loc>"
            + "<lastmod>%s</lastmod></url></urlset>";
    String sources = "sources:\n- {name: m, kind: sitemap, url: '{{base}}/map.xml', every: 1h}";
    site.article("/a", "Alpha").xml("/map.xml", map.formatted(site.url("/a"), "2026-11-10"));
    crawler(sources).runOnce();
    site.article("/a", "Beta").xml("/map.xml", map.formatted(site.url("/a"), "2026-11-20"));
    clock.advance(Duration.ofHours(2));

    assertThat(crawler(sources).runOnce().total().articlesChanged()).isOne();
    clock.advance(Duration.ofHours(2));
    assertThat(crawler(sources).runOnce().total().fetched()).isZero();
  }

  @Test
  void watchesAPage() {
    String sources = "sources:\n- {name: p, kind: page, url: '{{base}}/pay', every: 1h}";
    site.article("/pay", "Pay");
    crawler(sources).runOnce();
    site.article("/pay", "More pay");
    clock.advance(Duration.ofHours(2));

    assertThat(crawler(sources).runOnce().total().articlesChanged()).isOne();
  }

  @Test
  void needsAContactForOthersSites() {
    String foreign = "sources:\n- {name: f, kind: feed, url: 'https://example.org/feed'}";

    assertThatThrownBy(() -> crawler(foreign))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("names no contact");
    crawler(CrawlSettings.of("bot/1 (+https://example.org/bot)"), foreign).close();
  }

  @Test
  void connectsToNoPrivateAddressUnlessListed() {
    site.xml("/feed.xml", site.rss("/a")).article("/a", "Alpha");
    CrawlSettings open = CrawlSettings.of("bot/1 (+https://example.org/bot)");

    crawler(open, FEED).runOnce();
    assertThat(site.asked()).isEmpty();

    clock.advance(Duration.ofHours(2));
    crawler(open.withAllowedPrivateAddresses(List.of("127.0.0.1")).withDelay(Duration.ZERO), FEED)
        .runOnce();
    assertThat(log.articles()).hasSize(1);
  }

  @Test
  void servesByScheduleUntilItIsClosed() throws Exception {
    CountDownLatch found = new CountDownLatch(2);
    site.article("/a", "Alpha").article("/b", "Beta").xml("/feed.xml", site.rss("/a"));
    Crawler crawler =
        new Crawler(
            CrawlSettings.forLoopback(Duration.ZERO),
            SourceFile.parse(FEED.replace("{{base}}", site.url("")), "test"),
            new PlainExtractor(),
            log,
            clock,
            event -> {
              if (event instanceof CrawlEvent.ArticleFound) {
                found.countDown();
                site.xml("/feed.xml", site.rss("/a", "/b"));
                clock.advance(Duration.ofHours(2));
              }
            });
    CompletableFuture<CrawlReport> serving = CompletableFuture.supplyAsync(crawler::serve);

    assertThat(found.await(20, TimeUnit.SECONDS)).isTrue();
    long start = System.nanoTime();
    crawler.close();

    assertThat(serving.get(5, TimeUnit.SECONDS).stopped()).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(log.articles()).extracting(Article::title).containsExactly("Alpha", "Beta");
  }

  @Test
  void stopsInTheMiddleOfARequest() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    site.xml("/feed.xml", site.rss("/a", "/slow")).article("/a", "Alpha");
    site.on(
        "/slow",
        e -> {
          asked.countDown();
          try {
            RawServer.stall();
          } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
          }
        });
    Crawler crawler = crawler(CrawlSettings.forLoopback(Duration.ZERO), FEED);
    CompletableFuture<CrawlReport> running = CompletableFuture.supplyAsync(crawler::runOnce);
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

    crawler.close();

    assertThat(running.get(5, TimeUnit.SECONDS).stopped()).isTrue();
    assertThat(log.outcome(site.url("/a"))).isEqualTo("article");
    assertThat(log.outcome(site.url("/slow"))).isEqualTo("discovered");
  }

  @Test
  void redirectsLeadNotOutOfTls() {
    assertThat(Redirects.refuse(List.of("https://example.org/a"), "http://example.org/a", 5))
        .hasValueSatisfying(
            failed -> assertThat(failed.detail()).isEqualTo("from https to http://example.org/a"));
  }

  @Test
  void keepsTheCalendarOfASiteWithinItsBudget() {
    for (int month = 1; month < 60; month++) {
      site.html(
          "/events/?m=" + month,
          "<a class=day href='/events/day?d=%d'>d</a><a class=next href='/events/?m=%d'>n</a>"
              .formatted(month, month + 1));
    }
    String listing =
        "sources:\n- {name: l, kind: listing, url: '{{base}}/events/?m=1', link: a.day,"
            + " next: a.next, maxPages: 5, maxPerDay: 3}";

    CrawlReport report = crawler(listing).runOnce();

    assertThat(site.paths()).filteredOn(p -> p.startsWith("/events/?m=")).hasSize(5);
    assertThat(site.paths()).filteredOn(p -> p.startsWith("/events/day")).hasSize(3);
    assertThat(report.total().deferred()).isEqualTo(2);
  }

  @Test
  void takesAnErrorPageWithStatus200ForNoArticle() {
    site.html("/missing", "<title>Page not found</title><p>Sorry, we cannot find that.</p>");

    assertThat(crawlPage("/missing").total().rejected()).isOne();
    assertThat(log.articles()).isEmpty();
  }

  @Test
  void takesAnHtmlPageInPlaceOfRobotsForNoRules() {
    site.html("/robots.txt", "<html><body>Disallow: / is not here</body></html>");
    site.article("/a", "Alpha");

    assertThat(crawlPage("/a").total().articlesNew()).isOne();
  }

  @Test
  void readsASitemapOf50000Addresses() {
    StringBuilder urls = new StringBuilder("<urlset>");
    for (int i = 0; i < 50_000; i++) {
      urls.append("<url><loc>").append(site.url("/p" + i)).append("</loc></url>");
    }
    site.xml("/map.xml", urls.append("</urlset>").toString());
    String sources =
        "sources:\n- {name: m, kind: sitemap, url: '{{base}}/map.xml', maxArticles: 20,"
            + " maxPerDay: 1}";

    CrawlReport report = crawler(sources).runOnce();

    assertThat(site.paths()).filteredOn(p -> p.startsWith("/p")).hasSize(1);
    assertThat(report.total().deferred()).isEqualTo(19);
  }

  @Test
  void readsAPageByTheCharsetOfItsHeader() {
    site.on(
        "/a",
        e -> {
          byte[] body =
              LoopbackSite.articleHtml("Bud\u017eet", "<meta charset=utf-8>")
                  .getBytes(StandardCharsets.UTF_8);
          e.getResponseHeaders().set("Content-Type", "text/html; charset=no-such-charset");
          e.sendResponseHeaders(200, body.length);
          e.getResponseBody().write(body);
        });

    assertThat(crawlPage("/a").total().articlesNew()).isOne();
    assertThat(log.articles().getFirst().title()).isEqualTo("Bud\u017eet");
  }
}
