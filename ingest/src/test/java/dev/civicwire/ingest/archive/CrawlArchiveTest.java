package dev.civicwire.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.ingest.crawl.CrawlListener;
import dev.civicwire.ingest.crawl.CrawlLogTwin;
import dev.civicwire.ingest.crawl.CrawlSettings;
import dev.civicwire.ingest.crawl.Crawler;
import dev.civicwire.ingest.crawl.PageArchive;
import dev.civicwire.ingest.crawl.PlainExtractor;
import dev.civicwire.ingest.crawl.TestClock;
import dev.civicwire.ingest.site.LoopbackSite;
import dev.civicwire.ingest.source.SourceFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrawlArchiveTest {
  private static final String ITEM =
      "<item><link>%s</link><pubDate>Sun, 22 Nov 2026 08:00:00 GMT</pubDate></item>";
  private static final String SOURCES =
      """
      sources:
      - {name: feed, kind: feed, url: '{{base}}/feed.xml'}
      - {name: tenders, kind: ocds, url: '{{base}}/ocds'}
      """;
  private static final String RELEASES =
      """
      {"releases": [{"ocid": "ocds-1", "date": "2026-11-20T09:00:00Z",
        "tender": {"title": "Platform", "description": "A platform for digital services."}}]}\
      """;

  @TempDir Path folder;
  private final CrawlLogTwin live = new CrawlLogTwin();
  private final CrawlLogTwin replayed = new CrawlLogTwin();

  @Test
  void replayGivesTheArticlesOfTheLiveCrawl() {
    try (LoopbackSite site = new LoopbackSite()) {
      String head = "<link rel=canonical href='" + site.url("/a") + "'>";
      site.article("/a", "Alpha").article("/b", "Béta €").html("/empty", "");
      site.html("/copy", LoopbackSite.articleHtml("Alpha", head));
      String feed = site.rss("/a", "/copy", "/empty");
      site.xml(
          "/feed.xml", feed.replace("</channel>", ITEM.formatted(site.url("/b")) + "</channel>"));
      site.text("/ocds", RELEASES);
      crawl(site);
    }

    ReplayReport report =
        new Replay(new PlainExtractor(), replayed, Optional.empty(), line -> {}).replay(folder);

    assertThat(report.broken()).isZero();
    assertThat(live.articles()).hasSize(3);
    assertThat(replayed.articles()).containsExactlyInAnyOrderElementsOf(live.articles());
    assertThat(replayed.rejections())
        .extracting(r -> r.reason())
        .containsExactlyElementsOf(live.rejections().stream().map(r -> r.reason()).toList());
  }

  private void crawl(LoopbackSite site) {
    TestClock clock = new TestClock();
    try (PageArchive archive = new WarcArchive(folder, clock);
        Crawler crawler =
            new Crawler(
                CrawlSettings.forLoopback(Duration.ZERO),
                SourceFile.parse(SOURCES.replace("{{base}}", site.url("")), "test"),
                new PlainExtractor(),
                live,
                clock,
                CrawlListener.none(),
                archive)) {
      crawler.runOnce();
    }
  }
}
