package dev.civicwire.ingest.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlState.OfHostDay;
import dev.civicwire.ingest.site.LoopbackSite;
import dev.civicwire.ingest.source.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Sources that lead to other hosts: those are asked one request at a time all the same.
class RedirectedSourceTest {
  private static final Duration DELAY = Duration.ofMillis(60);

  private final LoopbackSite site = new LoopbackSite();
  private final LoopbackSite alias = new LoopbackSite("127.0.0.2");
  private final CrawlLogTwin log = new CrawlLogTwin();
  private final TestClock clock = new TestClock();

  @AfterEach
  void stop() {
    site.close();
    alias.close();
  }

  private CrawlReport run(String sources) {
    return new Crawler(
            CrawlSettings.forLoopback(DELAY),
            SourceFile.parse("sources:\n" + sources, "test"),
            new PlainExtractor(),
            log,
            clock,
            CrawlListener.none())
        .runOnce();
  }

  private static String feed(String name, String url) {
    return "- {name: %s, kind: feed, url: '%s', every: 15m}\n".formatted(name, url);
  }

  @Test
  void keepsThePaceOfTheHostThatItIsRedirectedTo() {
    String[] pages = IntStream.range(0, 6).mapToObj(i -> "/p" + i).toArray(String[]::new);
    for (String page : pages) {
      site.article(page, "Page " + page);
    }
    site.xml("/feed.xml", site.rss(pages)).xml("/other.xml", site.rss("/o")).article("/o", "Other");
    for (int i = 0; i < 4; i++) {
      site.redirect("/hop" + i, 302, site.url("/other.xml"));
      alias.redirect("/feed" + i, 301, site.url("/hop" + i));
    }

    run(
        feed("own", site.url("/feed.xml"))
            + feed("one", alias.url("/feed0"))
            + feed("two", alias.url("/feed1"))
            + feed("three", alias.url("/feed2")));

    assertThat(log.articles()).extracting(Article::title).contains("Other").hasSize(7);
    assertThat(site.count("/robots.txt")).isOne();
    OfHostDay day =
        log.newest(OfHostDay.class).stream()
            .filter(d -> d.host().equals("127.0.0.1"))
            .findFirst()
            .orElseThrow();
    assertThat(day.requests()).isEqualTo(site.asked().size());
    assertThat(day.shortestGapMillis().orElseThrow()).isGreaterThanOrEqualTo(DELAY.toMillis());
    assertThat(shortestGap(site.asked())).isGreaterThanOrEqualTo(DELAY);
  }

  /// Between the beginnings of requests, as the site saw them.
  private static Duration shortestGap(List<LoopbackSite.Asked> asked) {
    return IntStream.range(1, asked.size())
        .mapToObj(i -> Duration.ofNanos(asked.get(i).nanos() - asked.get(i - 1).nanos()))
        .min(Duration::compareTo)
        .orElseThrow();
  }

  @Test
  void hostsThatRedirectToEachOtherBlockNothing() {
    site.redirect("/feed.xml", 302, alias.url("/real.xml")).xml("/real.xml", site.rss("/a"));
    alias.redirect("/feed.xml", 302, site.url("/real.xml")).xml("/real.xml", alias.rss("/b"));
    site.article("/a", "Alpha");
    alias.article("/b", "Beta");
    site.redirect("/robots.txt", 301, alias.url("/rules"));
    alias.redirect("/robots.txt", 301, site.url("/rules"));

    run(feed("one", site.url("/feed.xml")) + feed("two", alias.url("/feed.xml")));

    assertThat(log.articles())
        .extracting(Article::title)
        .containsExactlyInAnyOrder("Alpha", "Beta");
  }

  @Test
  void waitsForAHeldHostThatItIsRedirectedTo() {
    site.status("/feed.xml", 429, "Retry-After", "7200");
    run(feed("own", site.url("/feed.xml")));
    alias.redirect("/feed.xml", 302, site.url("/other.xml"));
    site.xml("/other.xml", site.rss("/a")).article("/a", "Alpha").forget();

    CrawlReport report = run(feed("guest", alias.url("/feed.xml")));

    assertThat(site.asked()).isEmpty();
    assertThat(report.total().deferred()).isOne();
    assertThat(log.source("guest").nextDue()).isEqualTo(clock.instant().plus(Duration.ofHours(2)));
    assertThat(log.source("guest").error()).contains("127.0.0.1 asks for patience");
  }
}
