package dev.civicwire.ingest.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.site.LoopbackSite;
import dev.civicwire.ingest.source.SourceFile;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackFillTest {
  private static final DateRange MARCH =
      DateRange.days(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"));

  private final LoopbackSite site = new LoopbackSite();
  private final CrawlLogTwin log = new CrawlLogTwin();
  private final TestClock clock = new TestClock();

  @AfterEach
  void stop() {
    site.close();
  }

  private Crawler crawler(String kind, String path) {
    String sources =
        "sources:\n- {name: s, kind: %s, url: '%s', every: 1h}\n".formatted(kind, site.url(path));
    return new Crawler(
        CrawlSettings.forLoopback(Duration.ZERO),
        SourceFile.parse(sources, "test"),
        new PlainExtractor(),
        log,
        clock,
        CrawlListener.none());
  }

  private String url(String path, String day) {
    return "<url><loc>%s</loc><lastmod>%s</lastmod></url>".formatted(site.url(path), day);
  }

  private String atom(String next, String path, String day) {
    return """
    <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>x</id>
    <updated>2026-04-01T00:00:00Z</updated><link rel="next" href="%s"/>
    <entry><title>E</title><id>%s</id><link href="%s"/><updated>%sT12:00:00Z</updated></entry>
    </feed>\
    """
        .formatted(site.url(next), path, site.url(path), day);
  }

  @Test
  void takesWhatASitemapDatesWithinTheDays() {
    site.xml(
        "/sitemap.xml",
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
            + url("/before", "2026-02-28")
            + url("/first", "2026-03-01")
            + url("/last", "2026-03-31")
            + url("/after", "2026-04-01")
            + "</urlset>");
    site.article("/first", "First").article("/last", "Last");
    site.article("/before", "Before").article("/after", "After");

    crawler("sitemap", "/sitemap.xml").backFill(MARCH);

    assertThat(log.articles()).extracting(Article::title).containsOnly("First", "Last");
  }

  @Test
  void goesBackThroughTheArchiveOfAFeedUntilItsDaysArePassed() {
    site.xml("/feed", atom("/feed2", "/april", "2026-04-02"));
    site.xml("/feed2", atom("/feed3", "/march", "2026-03-15"));
    site.xml("/feed3", atom("/feed4", "/february", "2026-02-15"));
    site.xml("/feed4", atom("/feed5", "/january", "2026-01-15"));
    site.article("/april", "April").article("/march", "March");
    site.article("/february", "February").article("/january", "January");

    crawler("feed", "/feed").backFill(MARCH);

    assertThat(log.articles()).extracting(Article::title).containsExactly("March");
    assertThat(site.asked()).extracting(LoopbackSite.Asked::path).doesNotContain("/feed4");
  }

  @Test
  void readsOnThroughAFeedThatHasOutrunItsReading() {
    site.article("/april", "April").article("/march", "March");
    site.article("/february", "February").article("/january", "January");
    site.xml("/feed", atom("/feed2", "/january", "2026-01-15"));
    site.xml("/feed2", atom("/feed3", "/before", "2025-12-15"));
    crawler("feed", "/feed").runOnce();
    assertThat(site.asked()).extracting(LoopbackSite.Asked::path).doesNotContain("/feed2");

    clock.advance(Duration.ofDays(90));
    site.xml("/feed", atom("/feed2", "/april", "2026-04-02"));
    site.xml("/feed2", atom("/feed3", "/march", "2026-03-15"));
    site.xml("/feed3", atom("/feed4", "/february", "2026-02-15"));
    site.xml("/feed4", atom("/feed5", "/january", "2026-01-15"));
    crawler("feed", "/feed").runOnce();

    assertThat(log.articles())
        .extracting(Article::title)
        .containsExactlyInAnyOrder("January", "April", "March", "February");
    assertThat(site.asked()).extracting(LoopbackSite.Asked::path).doesNotContain("/feed5");
  }

  @Test
  void fillsOnceAndReadsFeedsByTheirFirstPageOtherwise() {
    site.xml("/feed", atom("/feed2", "/april", "2026-04-02"));
    site.xml("/feed2", atom("/feed3", "/march", "2026-03-15"));
    site.xml("/feed3", atom("/feed4", "/february", "2026-02-15"));
    site.article("/april", "April").article("/march", "March");
    crawler("feed", "/feed").runOnce();
    assertThat(log.articles()).extracting(Article::title).containsExactly("April");

    crawler("feed", "/feed").backFill(MARCH);
    crawler("feed", "/feed").backFill(MARCH);

    assertThat(log.articles()).extracting(Article::title).containsExactly("April", "March");
    assertThat(site.asked())
        .extracting(LoopbackSite.Asked::path)
        .filteredOn("/march"::equals)
        .hasSize(1);
  }

  @Test
  void refusesDaysTheWrongWayRound() {
    assertThatThrownBy(
            () -> DateRange.days(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-02-01")))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("no day lies between");
  }
}
