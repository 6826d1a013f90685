package dev.civicwire.ingest.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.CrawlState.OfSitemap;
import dev.civicwire.ingest.site.LoopbackSite;
import dev.civicwire.ingest.source.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SitemapPartsTest {
  private static final String NAMESPACE = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'";
  private final LoopbackSite site = new LoopbackSite();
  private final CrawlLogTwin log = new CrawlLogTwin();
  private final TestClock clock = new TestClock();
  private final List<CrawlEvent> events = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void open() {
    site.article("/a", "Alpha").article("/b", "Beta").article("/c", "Gamma");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private void index(String... partsAndDays) {
    StringBuilder parts = new StringBuilder();
    for (int i = 0; i < partsAndDays.length; i += 2) {
      parts.append("<sitemap><loc>%s</loc>".formatted(site.url(partsAndDays[i])));
      if (!partsAndDays[i + 1].isEmpty()) {
        parts.append("<lastmod>%s</lastmod>".formatted(partsAndDays[i + 1]));
      }
      parts.append("</sitemap>");
    }
    site.xml("/index.xml", "<sitemapindex %s>%s</sitemapindex>".formatted(NAMESPACE, parts));
  }

  private void part(String path, String page, String day) {
    site.xml(
        path,
        "<urlset %s><url><loc>%s</loc><lastmod>%s</lastmod></url></urlset>"
            .formatted(NAMESPACE, site.url(page), day));
  }

  private CrawlReport crawl(String more) {
    site.forget();
    return new Crawler(
            CrawlSettings.forLoopback(Duration.ZERO),
            SourceFile.parse(
                "sources:\n- {name: m, kind: sitemap, url: '%s', every: 1h%s}\n"
                    .formatted(site.url("/index.xml"), more),
                "test"),
            new PlainExtractor(),
            log,
            clock,
            events::add)
        .runOnce();
  }

  private CrawlReport crawlAfter(Duration time) {
    clock.advance(time);
    return crawl("");
  }

  private OfSitemap state(String path) {
    return log.newest(OfSitemap.class).stream()
        .filter(part -> part.url().equals(site.url(path)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void retiresAPartOfThePastAtOnce() {
    index("/2019.xml", "2019-12-31", "/now.xml", "2026-11-20");
    part("/2019.xml", "/a", "2019-12-31");
    part("/now.xml", "/b", "2026-11-20");

    assertThat(crawl("").total().articlesNew()).isEqualTo(2);
    assertThat(state("/2019.xml").retired()).isTrue();
    assertThat(state("/now.xml").retired()).isFalse();
    assertThat(events).contains(new CrawlEvent.SitemapRetired("m", site.url("/2019.xml"), "read"));

    crawlAfter(Duration.ofDays(29));
    assertThat(site.paths()).contains("/index.xml", "/now.xml").doesNotContain("/2019.xml");
  }

  @Test
  void asksAPartAgainWhenItsIndexSaysThatItHasChanged() {
    index("/2019.xml", "2019-12-31");
    part("/2019.xml", "/a", "2019-12-31");
    crawl("");
    index("/2019.xml", "2026-11-24");
    part("/2019.xml", "/b", "2026-11-24");

    assertThat(crawlAfter(Duration.ofDays(3)).total().articlesNew()).isOne();
    assertThat(state("/2019.xml").retired()).isFalse();
  }

  @Test
  void findsWhatAnIndexHidesBehindDaysThatAreNotTrue() {
    String[] parts = new String[10];
    for (int i = 0; i < parts.length; i += 2) {
      parts[i] = "/part-%d.xml".formatted(i);
      parts[i + 1] = "2019-12-31";
      part(parts[i], "/a", "2019-12-31");
    }
    index(parts);
    crawl("");
    part("/part-8.xml", "/b", "2026-11-24");

    assertThat(crawlAfter(Duration.ofDays(31)).total().articlesNew()).isZero();
    assertThat(partsAsked()).as("two in a reading").isEqualTo(2);
    crawlAfter(Duration.ofHours(2));
    assertThat(partsAsked()).isEqualTo(2);
    assertThat(crawlAfter(Duration.ofHours(2)).total().articlesNew()).isOne();
    assertThat(state("/part-8.xml").retired()).isFalse();
    crawlAfter(Duration.ofHours(2));
    assertThat(partsAsked()).as("only that which had news").isOne();
  }

  private long partsAsked() {
    return site.paths().stream().filter(path -> path.startsWith("/part-")).count();
  }

  @Test
  void asksAPartThatHasNothingNewEverLess() {
    index("/now.xml", "");
    part("/now.xml", "/a", clock.instant().toString());
    crawl("");
    long asked = 0;
    for (int day = 0; day < 60; day++) {
      crawlAfter(Duration.ofDays(1));
      asked += site.count("/now.xml");
    }
    assertThat(asked).isBetween(10L, 40L);
    assertThat(state("/now.xml").retired()).isFalse();
    part("/now.xml", "/b", clock.instant().toString());
    assertThat(crawlAfter(Duration.ofDays(9)).total().articlesNew()).isOne();
    assertThat(crawlAfter(Duration.ofHours(2)).total().failures()).isZero();
    assertThat(site.paths()).as("soon again").contains("/now.xml");
  }

  @Test
  void retiresAPartThatStaysAway() {
    index("/gone.xml", "2026-11-20", "/now.xml", "2026-11-20");
    part("/now.xml", "/a", "2026-11-20");
    crawl("");
    assertThat(state("/gone.xml").outcome()).isEqualTo("gone");
    assertThat(state("/gone.xml").retired()).as("it may be a slip").isFalse();

    crawlAfter(Duration.ofDays(2));
    assertThat(state("/gone.xml").retired()).isTrue();
    crawlAfter(Duration.ofDays(100));
    assertThat(site.paths()).doesNotContain("/gone.xml");
  }

  @Test
  void forgetsAPartThatIsNotListedAnyMore() {
    index("/now.xml", "2026-11-20");
    part("/now.xml", "/a", "2026-11-20");
    crawl("");
    index("/next.xml", "2026-11-23");
    part("/next.xml", "/b", "2026-11-23");
    crawlAfter(Duration.ofDays(1));

    assertThat(log.newest(OfSitemap.class))
        .extracting(OfSitemap::url)
        .containsExactly(site.url("/next.xml"));
  }

  @Test
  void remembersAPartOnlyWhenAllItsLinksAreTaken() {
    index("/now.xml", "2019-12-31");
    site.xml("/now.xml", site.sitemap("/a", "/b", "/c"));

    assertThat(crawl(", maxArticles: 2").total().articlesNew()).isEqualTo(2);
    assertThat(log.newest(OfSitemap.class)).isEmpty();
    clock.advance(Duration.ofHours(2));
    assertThat(crawl(", maxArticles: 2").total().articlesNew()).isOne();
    assertThat(log.newest(OfSitemap.class)).hasSize(1);
  }

  @Test
  void asksForAPartOnlyIfItHasChanged() {
    index("/now.xml", "");
    site.on(
        "/now.xml",
        e -> {
          e.getResponseHeaders().set("ETag", "\"1\"");
          if (Optional.ofNullable(e.getRequestHeaders().getFirst("If-None-Match")).isPresent()) {
            e.sendResponseHeaders(304, -1);
          } else {
            LoopbackSite.send(e, 200, "application/xml", site.sitemap("/a"));
          }
        });
    crawl("");
    crawlAfter(Duration.ofDays(1));

    assertThat(site.asked())
        .filteredOn(asked -> asked.path().equals("/now.xml"))
        .allMatch(asked -> asked.header("If-None-Match").isPresent())
        .hasSize(1);
    assertThat(log.source("m").error()).isEmpty();
  }

  @Test
  void readsTheOtherPartsWhereOneIsBroken() {
    index("/broken.xml", "2026-11-21", "/now.xml", "2026-11-20");
    site.status("/broken.xml", 500);
    part("/now.xml", "/b", "2026-11-20");

    assertThat(crawl("").total().articlesNew()).isOne();
    assertThat(events)
        .filteredOn(CrawlEvent.Failed.class::isInstance)
        .extracting(event -> ((CrawlEvent.Failed) event).url())
        .containsExactly(site.url("/broken.xml"));
  }

  @Test
  void readsInTheNextReadingWhatThisOneHadNoRoomFor() {
    String[] parts = new String[10];
    for (int i = 0; i < parts.length; i += 2) {
      parts[i] = "/part-%d.xml".formatted(i);
      parts[i + 1] = "";
      site.article("/page-" + i, "Number " + i);
      part(parts[i], "/page-" + i, clock.instant().toString());
    }
    index(parts);

    assertThat(crawl(", maxPages: 3").total().articlesNew()).isEqualTo(2);
    clock.advance(Duration.ofHours(2));
    assertThat(crawl(", maxPages: 3").total().articlesNew()).isEqualTo(2);
    clock.advance(Duration.ofHours(2));
    assertThat(crawl(", maxPages: 3").total().articlesNew()).isOne();
  }
}
