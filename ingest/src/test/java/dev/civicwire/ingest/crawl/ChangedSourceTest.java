package dev.civicwire.ingest.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.ingest.site.LoopbackSite;
import dev.civicwire.ingest.source.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Sources that the operator or their server has changed.
class ChangedSourceTest {
  private static final String FEED =
      "sources:\n- {name: feed, kind: feed, url: '{{base}}/feed.xml', every: 1h}\n";

  private final LoopbackSite site = new LoopbackSite();
  private final CrawlLogTwin log = new CrawlLogTwin();
  private final TestClock clock = new TestClock();
  private final List<CrawlEvent> events = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void aFeed() {
    site.xml("/feed.xml", site.rss("/a")).article("/a", "Alpha");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Crawler crawler(String sources) {
    return new Crawler(
        CrawlSettings.forLoopback(Duration.ZERO),
        SourceFile.parse(sources.replace("{{base}}", site.url("")), "test"),
        new PlainExtractor(),
        log,
        clock,
        events::add);
  }

  @Test
  void takesUpAChangedScheduleAtOnce() {
    String daily = FEED.replace("every: 1h", "cron: '0 7 * * *', zone: Europe/London");
    crawler(daily).runOnce();
    clock.advance(Duration.ofMinutes(20));
    site.forget();

    crawler(FEED.replace("1h", "2h")).runOnce();
    assertThat(site.asked()).isEmpty();
    crawler(FEED.replace("1h", "15m")).runOnce();
    assertThat(site.paths()).contains("/feed.xml");
    clock.advance(Duration.ofMinutes(20));
    site.forget();
    crawler(daily).runOnce();
    assertThat(site.asked()).isEmpty();
  }

  @Test
  void tellsOnceAReadingWhereASourceHasMovedForGood() {
    site.redirect("/old.xml", 301, "/older.xml").redirect("/older.xml", 308, "/feed.xml");
    site.redirect("/now.xml", 302, "/feed.xml");
    String sources =
        FEED.replace("/feed.xml", "/old.xml")
            + "- {name: now, kind: feed, url: '{{base}}/now.xml', every: 1h}\n";
    crawler(sources).runOnce();
    clock.advance(Duration.ofHours(2));
    crawler(sources).runOnce();

    assertThat(events)
        .filteredOn(e -> e instanceof CrawlEvent.SourceMoved)
        .containsExactly(
            new CrawlEvent.SourceMoved("feed", site.url("/old.xml"), site.url("/feed.xml")),
            new CrawlEvent.SourceMoved("feed", site.url("/old.xml"), site.url("/feed.xml")));
    assertThat(log.source("feed").movedTo()).contains(site.url("/feed.xml"));
    assertThat(log.source("now").movedTo()).isEmpty();

    crawler(FEED).runOnce();
    assertThat(log.source("feed").movedTo()).isEmpty();
  }
}
