package dev.civicwire.ingest.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.ingest.site.LoopbackSite;
import dev.civicwire.ingest.source.SourceFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UrgencyTest {
  private record Named(String key, Urgency urgency) implements Visit {
    @Override
    public String host() {
      return "127.0.0.1";
    }

    @Override
    public String source() {
      return "s";
    }

    @Override
    public void run(HostLane lane) {
      throw new AssertionError("only its place in the queue is looked at");
    }

    @Override
    public void defer(Instant until, String why) {
      throw new AssertionError("only its place in the queue is looked at");
    }
  }

  @Test
  void takesSourcesBeforeNewPagesBeforeKnownOnes() {
    VisitQueue queue = new VisitQueue();
    queue.add(new Named("old", Urgency.KNOWN_PAGE));
    queue.add(new Named("new 1", Urgency.NEW_PAGE));
    queue.add(new Named("source", Urgency.SOURCE));
    queue.add(new Named("new 2", Urgency.NEW_PAGE));

    List<String> order = new ArrayList<>();
    for (Optional<Visit> next = queue.poll(); next.isPresent(); next = queue.poll()) {
      order.add(next.get().key());
    }

    assertThat(order).containsExactly("source", "new 1", "new 2", "old");
  }

  @Test
  void fetchesNewPagesBeforeItLooksAgainAtKnownOnes() {
    CrawlLogTwin log = new CrawlLogTwin();
    TestClock clock = new TestClock();
    try (LoopbackSite site = new LoopbackSite()) {
      site.xml("/feed.xml", site.rss("/a", "/b")).article("/a", "A").article("/b", "B");
      run(site, log, clock);
      site.xml("/feed.xml", site.rss("/c", "/a", "/b")).article("/c", "C").forget();
      clock.advance(Duration.ofHours(26));

      run(site, log, clock);

      assertThat(site.paths()).startsWith("/robots.txt", "/feed.xml", "/c").contains("/a", "/b");
    }
  }

  private static void run(LoopbackSite site, CrawlLogTwin log, TestClock clock) {
    String sources =
        "sources:\n- {name: f, kind: feed, url: '%s'}\n".formatted(site.url("/feed.xml"));
    new Crawler(
            CrawlSettings.forLoopback(Duration.ofMillis(20)),
            SourceFile.parse(sources, "test"),
            new PlainExtractor(),
            log,
            clock,
            CrawlListener.none())
        .runOnce();
  }
}
