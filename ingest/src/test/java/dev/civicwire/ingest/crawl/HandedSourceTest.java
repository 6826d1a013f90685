package dev.civicwire.ingest.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlState.OfLink;
import dev.civicwire.ingest.site.LoopbackSite;
import dev.civicwire.ingest.source.Source;
import dev.civicwire.ingest.source.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two crawls share two hosts: what a source of one leads to on the other's host is read there.
class HandedSourceTest {
  private final LoopbackSite own = new LoopbackSite("127.0.0.1");
  private final LoopbackSite other = new LoopbackSite("127.0.0.2");
  private final List<CrawlLogTwin> logs = List.of(new CrawlLogTwin(), new CrawlLogTwin());
  private final TestClock clock = new TestClock();
  private final List<CrawlEvent> events = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void stop() {
    own.close();
    other.close();
  }

  /// Crawls with both until `sources` readings of sources on the part of 127.0.0.2 are done.
  private void crawl(String sources, int readings) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(readings);
    List<Source> list = SourceFile.parse("sources:\n" + sources, "test");
    try (Crawler first = crawler(1, list, events::add);
        Crawler second =
            crawler(
                0,
                list,
                event -> {
                  events.add(event);
                  if (event instanceof CrawlEvent.SourceDone) {
                    done.countDown();
                  }
                })) {
      Thread.ofVirtual().start(first::serve);
      Thread.ofVirtual().start(second::serve);
      assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private Crawler crawler(int part, List<Source> sources, CrawlListener listener) {
    return new Crawler(
        CrawlSettings.forLoopback(Duration.ofMillis(5)).withBatches(1, Duration.ofMillis(10)),
        sources,
        new PlainExtractor(),
        new SharesTwin(part, logs),
        clock,
        listener,
        PageArchive.none());
  }

  @Test
  void readsARedirectedSourceWhereItsHostIsCrawled() throws InterruptedException {
    own.redirect("/feed.xml", 301, other.url("/real.xml"));
    other.xml("/real.xml", other.rss("/a", "/b")).article("/a", "Alpha").article("/b", "Beta");

    crawl("- {name: feed, kind: feed, url: '%s'}\n".formatted(own.url("/feed.xml")), 1);

    assertThat(logs.get(0).articles())
        .extracting(Article::title)
        .containsExactlyInAnyOrder("Alpha", "Beta");
    assertThat(logs.get(0).newest(OfLink.class)).isEmpty();
    assertThat(logs.get(1).source("feed").error()).isEmpty();
    assertThat(logs.get(1).source("feed").movedTo()).contains(other.url("/real.xml"));
    assertThat(own.paths()).containsExactly("/robots.txt", "/feed.xml");
    assertThat(other.count("/real.xml")).isOne();
  }

  @Test
  void readsAPartOfAnIndexWhereItsHostIsCrawled() throws InterruptedException {
    own.xml(
        "/index.xml",
        "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>%s</loc>"
                .formatted(own.url("/part.xml"))
            + "</sitemap></sitemapindex>");
    own.redirect("/part.xml", 302, other.url("/part.xml"));
    other.xml("/part.xml", own.sitemap("/a")).article("/a", "Elsewhere");
    own.article("/a", "Alpha");

    crawl("- {name: map, kind: sitemap, url: '%s'}\n".formatted(own.url("/index.xml")), 1);

    assertThat(other.count("/part.xml")).isOne();
    assertThat(logs.get(0).newest(OfLink.class)).isEmpty();
    assertThat(events).contains(new CrawlEvent.SourceRead("map", other.url("/part.xml"), 1, 1));
  }

  @Test
  void endsACircleOfHosts() throws InterruptedException {
    own.redirect("/feed.xml", 302, other.url("/feed.xml"));
    other.redirect("/feed.xml", 302, own.url("/feed.xml"));

    crawl("- {name: feed, kind: feed, url: '%s'}\n".formatted(own.url("/feed.xml")), 3);

    assertThat(events).anyMatch(CrawlEvent.Failed.class::isInstance);
    assertThat(other.count("/feed.xml")).isEqualTo(3);
  }
}
