package dev.civicwire.ingest.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.CrawlState.OfHold;
import dev.civicwire.contract.CrawlState.OfHostDay;
import dev.civicwire.ingest.site.LoopbackSite;
import dev.civicwire.ingest.source.SourceFile;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a host has said holds for the next process too: every run here is one of its own.
class HostMemoryTest {
  private final LoopbackSite site = new LoopbackSite();
  private final CrawlLogTwin log = new CrawlLogTwin();
  private final TestClock clock = new TestClock();

  @BeforeEach
  void aFeedOfTwo() {
    site.xml("/feed.xml", site.rss("/a", "/b")).article("/a", "Alpha").article("/b", "Beta");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private CrawlReport run() {
    String sources =
        "sources:\n- {name: feed, kind: feed, url: '%s', every: 15m}\n"
            .formatted(site.url("/feed.xml"));
    site.forget();
    return new Crawler(
            CrawlSettings.forLoopback(Duration.ZERO),
            SourceFile.parse(sources, "test"),
            new PlainExtractor(),
            log,
            clock,
            CrawlListener.none())
        .runOnce();
  }

  @Test
  void asksAThrottlingHostNothingBeforeItsTime() {
    site.status("/a", 429, "Retry-After", "7200");
    run();
    assertThat(log.newest(OfHold.class))
        .singleElement()
        .satisfies(hold -> assertThat(hold.why()).contains("throttled"))
        .extracting(OfHold::until)
        .isEqualTo(clock.instant().plus(Duration.ofHours(2)));

    clock.advance(Duration.ofMinutes(20));
    CrawlReport early = run();
    assertThat(site.asked()).isEmpty();
    assertThat(early.total().deferred()).isOne();

    site.article("/a", "Alpha");
    clock.advance(Duration.ofHours(2));
    assertThat(run().total().articlesNew()).isEqualTo(2);
    assertThat(log.newest(OfHold.class)).isEmpty();
  }

  @Test
  void leavesAFailingHostEverLonger() {
    String[] paths = new String[8];
    for (int i = 0; i < paths.length; i++) {
      paths[i] = "/" + i;
      site.status(paths[i], 502);
    }
    site.xml("/feed.xml", site.rss(paths));
    run();
    OfHold first = log.newest(OfHold.class).getFirst();
    site.status("/feed.xml", 502);

    clock.advance(Duration.ofMinutes(20));
    run();

    OfHold second = log.newest(OfHold.class).getFirst();
    assertThat(site.asked()).hasSize(1);
    assertThat(Duration.between(clock.instant(), second.until()))
        .isGreaterThan(Duration.between(clock.instant(), first.until()))
        .isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void readsRobotsOnceADay() {
    site.text("/robots.txt", "User-agent: *\nDisallow: /b");
    run();
    assertThat(site.count("/robots.txt")).isOne();

    clock.advance(Duration.ofHours(2));
    site.xml("/feed.xml", site.rss("/a", "/b", "/c", "/b/d")).article("/c", "Gamma");
    CrawlReport again = run();
    assertThat(site.paths()).containsExactlyInAnyOrder("/feed.xml", "/c");
    assertThat(again.total().forbidden()).isOne();
    assertThat(log.newest(OfHostDay.class).getFirst().robots().orElseThrow())
        .matches("[0-9a-f]{12}");

    clock.advance(Duration.ofHours(23));
    run();
    assertThat(site.count("/robots.txt")).isOne();
  }

  @Test
  void remembersThatThereIsNoRobots() {
    run();
    clock.advance(Duration.ofHours(1));
    run();

    assertThat(site.paths()).containsExactly("/feed.xml");
  }

  @Test
  void holdsWhatAnUnreadableRobotsHolds() {
    site.status("/robots.txt", 503);
    run();

    clock.advance(Duration.ofMinutes(6));
    run();
    assertThat(site.asked()).isEmpty();

    site.text("/robots.txt", "");
    clock.advance(Duration.ofMinutes(20));
    assertThat(run().total().articlesNew()).isEqualTo(2);
  }
}
