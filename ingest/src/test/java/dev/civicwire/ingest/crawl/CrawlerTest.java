package dev.civicwire.ingest.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlLog.CrawlBatch;
import dev.civicwire.contract.CrawlState.FailureCount;
import dev.civicwire.contract.CrawlState.OfHostDay;
import dev.civicwire.contract.CrawlState.OfSource;
import dev.civicwire.contract.CrawlState.OfSourceDay;
import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.site.LoopbackSite;
import dev.civicwire.ingest.source.Source;
import dev.civicwire.ingest.source.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrawlerTest {
  private final LoopbackSite site = new LoopbackSite();
  private final CrawlLogTwin log = new CrawlLogTwin();
  private final TestClock clock = new TestClock();
  private final List<CrawlEvent> events = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void standardSite() {
    site.text("/robots.txt", "User-agent: *\nDisallow: /private/\n");
    site.xml("/feed.xml", site.rss("/a", "/b", "/private/c"));
    site.article("/a", "Alpha").article("/b", "Beta").article("/private/c", "Secret");
    site.xml("/sitemap.xml", site.sitemap("/s1", "/s2"));
    site.article("/s1", "Site one").article("/s2", "Site two");
    site.html(
        "/jobs/",
        "<ul><li class=job><a href='j1'>Job 1</a></li></ul><a class=next"
            + " href='/jobs/?p=2'>more</a>");
    site.html("/jobs/?p=2", "<ul><li class=job><a href='/jobs/j2'>Job 2</a></li></ul>");
    site.article("/jobs/j1", "Job one").article("/jobs/j2", "Job two");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Crawler crawler(String sources) {
    return crawler(CrawlSettings.forLoopback(Duration.ZERO), sources);
  }

  private Crawler crawler(CrawlSettings settings, String sources) {
    List<Source> list = SourceFile.parse(sources.replace("{{base}}", site.url("")), "test");
    return new Crawler(settings, list, new PlainExtractor(), log, clock, events::add);
  }

  private static final String FEED =
      "sources:\n- {name: feed, kind: feed, url: '{{base}}/feed.xml', every: 1h}\n";
  private static final String ALL =
      FEED
          + """
          - {name: map, kind: sitemap, url: '{{base}}/sitemap.xml', every: 6h}
          - {name: jobs, kind: listing, url: '{{base}}/jobs/', link: .job a, next: a.next}
          """;

  @Test
  void crawlsFeedSitemapAndListing() {
    CrawlReport report = crawler(ALL).runOnce();

    assertThat(log.articles())
        .extracting(Article::title)
        .containsExactlyInAnyOrder("Alpha", "Beta", "Site one", "Site two", "Job one", "Job two");
    assertThat(report.total().articlesNew()).isEqualTo(6);
    assertThat(report.isClean()).isTrue();
    assertThat(log.outcome(site.url("/a"))).isEqualTo("article");
    assertThat(log.source("map").found()).isEqualTo(2);
    assertThat(events).filteredOn(e -> e instanceof CrawlEvent.SourceDone).hasSize(3);
  }

  @Test
  void readsASitemapIndexOfWhichAPartIsGone() {
    site.xml(
        "/index.xml",
        "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
            + "<sitemap><loc>%s</loc></sitemap>".formatted(site.url("/gone.xml"))
            + "<sitemap><loc>%s</loc></sitemap>".formatted(site.url("/sitemap.xml"))
            + "</sitemapindex>");

    crawler("sources:\n- {name: map, kind: sitemap, url: '{{base}}/index.xml', every: 1h}\n")
        .runOnce();

    assertThat(log.articles())
        .extracting(Article::title)
        .containsExactlyInAnyOrder("Site one", "Site two");
    assertThat(log.source("map").error()).isEmpty();
  }

  @Test
  void leavesForbiddenPagesAlone() {
    crawler(FEED).runOnce();

    assertThat(log.outcome(site.url("/private/c"))).isEqualTo("forbidden");
    assertThat(site.count("/private/c")).isZero();
    assertThat(site.count("/robots.txt")).isOne();
  }

  @Test
  void crawlsNothingTwice() {
    crawler(ALL).runOnce();
    site.forget();

    CrawlReport again = crawler(ALL).runOnce();

    assertThat(site.paths()).isEmpty();
    assertThat(again.total().fetched()).isZero();
  }

  @Test
  void takesNewLinksWhenTheSourceIsDue() {
    crawler(FEED).runOnce();
    clock.advance(Duration.ofHours(2));
    site.xml("/feed.xml", site.rss("/d", "/a", "/b")).article("/d", "Delta");
    site.forget();

    crawler(FEED).runOnce();

    assertThat(site.paths()).containsExactlyInAnyOrder("/feed.xml", "/d");
    assertThat(log.articles()).extracting(Article::title).contains("Delta");
  }

  @Test
  void emitsAChangedPageAgainUnderItsId() {
    crawler(FEED).runOnce();
    String id =
        log.articles().stream()
            .filter(a -> a.title().equals("Alpha"))
            .findFirst()
            .orElseThrow()
            .id();
    site.article("/a", "Alpha, corrected");
    clock.advance(Duration.ofDays(2));

    CrawlReport report = crawler(FEED).runOnce();

    assertThat(report.total().articlesChanged()).isOne();
    assertThat(report.total().unchanged()).isOne();
    assertThat(log.articles().getLast().title()).isEqualTo("Alpha, corrected");
    assertThat(log.articles().getLast().id()).isEqualTo(id);
    assertThat(log.outcome(site.url("/b"))).isEqualTo("unchanged");
  }

  @Test
  void joinsOneArticleFromTwoAddresses() {
    String head = "<link rel=canonical href='" + site.url("/a") + "'>";
    site.html("/copy", LoopbackSite.articleHtml("Alpha", head));
    site.xml("/feed.xml", site.rss("/a", "/copy"));

    CrawlReport report = crawler(FEED).runOnce();

    assertThat(log.articles()).extracting(Article::title).containsExactly("Alpha");
    assertThat(report.total().duplicates()).isOne();
    assertThat(log.outcome(site.url("/copy"))).isEqualTo("duplicate");
  }

  @Test
  void aCopyThatFailsAndVanishesLeavesTheArticleToItsPage() {
    String head = "<link rel=canonical href='" + site.url("/never-linked") + "'>";
    site.html("/first", LoopbackSite.articleHtml("Alpha", head));
    site.html("/copy", LoopbackSite.articleHtml("Alpha", head));
    site.xml("/feed.xml", site.rss("/first", "/copy"));
    crawler(FEED).runOnce();
    assertThat(log.outcome(site.url("/copy"))).isEqualTo("duplicate");

    site.status("/copy", 500);
    clock.advance(Duration.ofDays(100));
    crawler(FEED).runOnce();
    assertThat(log.outcome(site.url("/copy"))).isEqualTo("failed");
    site.status("/copy", 410);
    site.html("/first", LoopbackSite.articleHtml("Alpha, corrected", head));
    clock.advance(Duration.ofDays(100));
    crawler(FEED).runOnce();

    assertThat(log.outcome(site.url("/copy"))).isEqualTo("gone");
    assertThat(log.outcome(site.url("/first"))).isEqualTo("article");
    assertThat(log.articles())
        .extracting(Article::title)
        .containsExactly("Alpha", "Alpha, corrected");
    assertThat(log.articles()).extracting(Article::gone).containsOnly(Optional.empty());
  }

  @Test
  void recordsMovedAndGonePages() {
    site.redirect("/b", 301, "/b2").article("/b2", "Beta");
    site.status("/a", 410);

    CrawlReport report = crawler(FEED).runOnce();

    assertThat(log.outcome(site.url("/b"))).isEqualTo("moved");
    assertThat(log.detail(site.url("/b"))).isEqualTo("301 to " + site.url("/b2"));
    assertThat(log.outcome(site.url("/b2"))).isEqualTo("article");
    assertThat(log.outcome(site.url("/a"))).isEqualTo("gone");
    assertThat(report.total().moved()).isOne();
    assertThat(report.total().gone()).isOne();
  }

  @Test
  void marksTheArticleOfAVanishedPage() {
    crawler(FEED).runOnce();
    site.status("/a", 410).status("/b", 404);
    clock.advance(Duration.ofDays(2));
    crawler(FEED).runOnce();

    assertThat(goneTitles()).as("a 404 is not believed at once").containsExactly("Alpha");
    clock.advance(Duration.ofDays(2));
    crawler(FEED).runOnce();

    assertThat(goneTitles()).containsExactly("Alpha", "Beta");
    assertThat(log.articles().getLast().text()).isNotBlank();
  }

  @Test
  void bringsBackTheArticleOfAPageThatReturns() {
    crawler(FEED).runOnce();
    site.status("/b", 404);
    clock.advance(Duration.ofDays(2));
    crawler(FEED).runOnce();
    clock.advance(Duration.ofDays(2));
    crawler(FEED).runOnce();
    site.article("/b", "Beta");
    clock.advance(Duration.ofDays(30));

    crawler(FEED).runOnce();

    assertThat(goneTitles()).containsExactly("Beta");
    assertThat(log.articles().getLast().title()).isEqualTo("Beta");
    assertThat(log.articles().getLast().gone()).isEmpty();
  }

  @Test
  void withdrawsTheArticleOfAPageThatTurnsNoindexUntilThatEnds() {
    crawler(FEED).runOnce();
    site.on(
        "/a",
        e -> {
          e.getResponseHeaders().set("X-Robots-Tag", "noindex");
          LoopbackSite.send(e, 200, "text/html", LoopbackSite.articleHtml("Alpha", ""));
        });
    clock.advance(Duration.ofDays(2));
    crawler(FEED).runOnce();
    clock.advance(Duration.ofDays(60));
    crawler(FEED).runOnce();

    assertThat(goneTitles()).as("told once").containsExactly("Alpha");
    assertThat(log.articles().getLast().goneReason()).contains(Article.GoneReason.NOINDEX);

    site.article("/a", "Alpha");
    clock.advance(Duration.ofDays(60));
    crawler(FEED).runOnce();

    assertThat(log.articles().getLast().title()).isEqualTo("Alpha");
    assertThat(log.articles().getLast().gone()).isEmpty();
  }

  @Test
  void tellsTheArticleOfAMovedPageWhereItIsNow() {
    crawler(FEED).runOnce();
    site.redirect("/a", 301, "/new").article("/new", "Alpha");
    clock.advance(Duration.ofDays(2));
    crawler(FEED).runOnce();

    assertThat(shownTitles()).containsExactlyInAnyOrder("Alpha", "Beta");
    assertThat(goneTitles()).containsExactly("Alpha");
    Article old = log.articles().stream().filter(a -> a.gone().isPresent()).findAny().orElseThrow();
    assertThat(old.goneReason()).contains(Article.GoneReason.MOVED);
    assertThat(old.movedTo()).contains(site.url("/new"));
    assertThat(old.url()).isEqualTo(site.url("/a"));
  }

  @Test
  void leavesTheArticleOfAPageThatMovedForNowOrToItsOwnCanonicalAddress() {
    site.html("/b", LoopbackSite.articleHtml("Beta", "<link rel=canonical href='/b2'>"));
    crawler(FEED).runOnce();
    site.redirect("/a", 302, "/elsewhere").article("/elsewhere", "Alpha");
    site.redirect("/b", 301, "/b2").article("/b2", "Beta");
    clock.advance(Duration.ofDays(2));
    crawler(FEED).runOnce();

    assertThat(goneTitles()).isEmpty();
  }

  @Test
  void followsASearchOfGovUkWhileItsLinksAreNew() {
    for (int i = 0; i < 3; i++) {
      site.article("/g" + i, "Result " + i);
      site.text(
          i == 0 ? "/search.json?count=1" : "/search.json?count=1&start=" + i,
          "{\"results\":[{\"link\":\"/g%d\",\"title\":\"R\"}],\"total\":3,\"start\":%d}"
              .formatted(i, i));
    }
    String search =
        "sources:\n- {name: g, kind: govuk, url: '{{base}}/search.json?count=1', every: 1h}\n";
    crawler(search).runOnce();

    assertThat(log.articles()).hasSize(3);
    site.forget();
    clock.advance(Duration.ofHours(2));
    crawler(search).runOnce();

    assertThat(site.paths()).doesNotContain("/search.json?count=1&start=1");
  }

  private List<String> shownTitles() {
    Map<String, Article> newest = new HashMap<>();
    log.articles().forEach(article -> newest.put(article.id(), article));
    return newest.values().stream()
        .filter(a -> a.goneReason().isEmpty())
        .map(Article::title)
        .toList();
  }

  private List<String> goneTitles() {
    return log.articles().stream().filter(a -> a.gone().isPresent()).map(Article::title).toList();
  }

  @Test
  void keepsThePauseBetweenRequestsToAHost() {
    Duration delay = Duration.ofMillis(60);
    crawler(CrawlSettings.forLoopback(delay), FEED).runOnce();

    List<LoopbackSite.Asked> asked = site.asked();
    assertThat(asked).hasSize(4);
    for (int i = 1; i < asked.size(); i++) {
      assertThat(asked.get(i).nanos() - asked.get(i - 1).nanos())
          .isGreaterThanOrEqualTo(delay.toNanos());
    }
  }

  @Test
  void commitsPagesWithTheirState() {
    crawler(ALL).runOnce();

    assertThat(log.batches())
        .allSatisfy(
            batch ->
                assertThat(batch.articles())
                    .allSatisfy(
                        article ->
                            assertThat(batch.states())
                                .extracting(state -> state.key())
                                .contains("url " + article.url())));
  }

  @Test
  void leavesPausedSourcesAlone() {
    crawler(FEED.replace("every: 1h", "every: 1h, paused: true")).runOnce();
    assertThat(site.asked()).isEmpty();

    crawler(FEED).runOnce();
    OfSource state = log.source("feed");
    OfSource paused =
        new OfSource(
            state.source(),
            state.host(),
            state.url(),
            state.etag(),
            state.lastModified(),
            state.lastCrawl(),
            state.nextDue(),
            state.found(),
            state.error(),
            state.failures(),
            true,
            state.schedule(),
            state.movedTo());
    log.commit(new CrawlBatch(List.of(), List.of(paused), List.of()));
    clock.advance(Duration.ofDays(30));
    site.forget();

    crawler(FEED).runOnce();
    assertThat(site.asked()).isEmpty();
  }

  @Test
  void resumesAfterTheLogFailed() {
    log.failAfter(1);
    CrawlSettings slow =
        CrawlSettings.forLoopback(Duration.ofMillis(1)).withBatches(1, Duration.ZERO);
    assertThatThrownBy(() -> crawler(slow, ALL).runOnce())
        .isInstanceOf(StageException.class)
        .hasMessage("the log is gone");
    log.failAfter(Integer.MAX_VALUE);

    crawler(ALL).runOnce();

    assertThat(log.articles()).extracting(Article::title).doesNotHaveDuplicates().hasSize(6);
  }

  @Test
  void makesArticlesOfTenderNoticesWithoutFetchingThem() {
    String release =
        """
        {"releases": [{"ocid": "ocds-1", "date": "%s", "buyer": {"name": "Example Council"},
          "tender": {"title": "Digital platform", "description": "A platform for services.",
            "value": {"amount": %s, "currency": "GBP"},
            "tenderPeriod": {"endDate": "2026-12-18T17:00:00Z"},
            "contractPeriod": {"startDate": "2027-04-01T00:00:00Z",
              "endDate": "2029-03-31T00:00:00Z"}}}]}\
        """;
    String sources = "sources:\n- {name: tenders, kind: ocds, url: '{{base}}/ocds', every: 1h}\n";
    site.text("/ocds", release.formatted("2026-11-20T09:00:00Z", "1200000"));

    crawler(sources).runOnce();

    assertThat(log.articles())
        .singleElement()
        .satisfies(
            a ->
                assertThat(a.text())
                    .isEqualTo(
                        """
                        A platform for services.

                        Buyer: Example Council

                        Contract value: £1,200,000

                        Closing date: 18 December 2026 at 17:00

                        Contract period: 1 April 2027 to 31 March 2029\
                        """));
    assertThat(site.paths()).containsExactly("/robots.txt", "/ocds");

    clock.advance(Duration.ofHours(2));
    assertThat(crawler(sources).runOnce().total().articles()).isZero();
    site.text("/ocds", release.formatted("2026-11-22T12:30:00Z", "1500000"));
    clock.advance(Duration.ofDays(2));
    assertThat(crawler(sources).runOnce().total().articlesChanged()).isOne();
    assertThat(log.articles().getLast().text()).contains("£1,500,000");
  }

  @Test
  void keepsTheDailyBudgetOfASource() {
    site.xml("/feed.xml", site.rss("/a", "/b", "/s1", "/s2"));
    String few = FEED.replace("every: 1h", "every: 1h, maxPerDay: 3");

    CrawlReport first = crawler(few).runOnce();
    assertThat(first.total().articlesNew()).isEqualTo(3);
    assertThat(first.total().deferred()).isOne();
    // Another process on the same day has what is left: nothing.
    clock.advance(Duration.ofHours(2));
    assertThat(crawler(few).runOnce().total().articlesNew()).isZero();

    clock.advance(Duration.ofHours(12));
    assertThat(crawler(few).runOnce().total().articlesNew()).isOne();
  }

  @Test
  void holdsASourceWhileItIsToldTo() {
    Crawler crawler = crawler(ALL);
    crawler.holdWhile("feed"::equals);

    crawler.runOnce();

    assertThat(site.paths()).doesNotContain("/feed.xml").contains("/sitemap.xml");
  }

  @Test
  void countsWhatCameByDay() {
    site.html("/empty", "").status("/broken", 500);
    site.xml("/feed.xml", site.rss("/a", "/b", "/empty", "/broken"));
    crawler(CrawlSettings.forLoopback(Duration.ofMillis(30)), FEED).runOnce();
    // Another process goes on with the day's counts.
    site.article("/a", "Alpha, corrected");
    clock.advance(Duration.ofHours(13));
    crawler(CrawlSettings.forLoopback(Duration.ofMillis(30)), FEED).runOnce();

    OfSourceDay day = log.newest(OfSourceDay.class).getFirst();
    assertThat(day.day()).isEqualTo("2026-11-22");
    assertThat(day.created()).isEqualTo(2);
    assertThat(day.empty()).isOne();
    assertThat(day.due()).isEqualTo(4);
    assertThat(day.failed()).containsExactly(new FailureCount("server-error", 2));
    OfHostDay host = log.newest(OfHostDay.class).getFirst();
    assertThat(host.host()).isEqualTo("127.0.0.1");
    assertThat(host.requests()).isEqualTo(site.asked().size());
    assertThat(host.shortestGapMillis().orElseThrow()).isGreaterThanOrEqualTo(30);
    assertThat(host.robots().orElseThrow()).matches("[0-9a-f]{12}");
  }
}
