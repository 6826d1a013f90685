package dev.civicwire.ingest.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.civicwire.contract.Article;
import dev.civicwire.ingest.site.LoopbackSite;
import dev.civicwire.ingest.source.SourceFile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisallowedSiteTest {
  private final LoopbackSite site = new LoopbackSite();
  private final CrawlLogTwin log = new CrawlLogTwin();
  private final TestClock clock = new TestClock();
  private final List<CrawlEvent> events = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void aSite() {
    site.xml("/feed.xml", site.rss("/a", "/b")).article("/a", "Alpha").article("/b", "Beta");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private void crawl() {
    String sources = "sources:\n- {name: feed, kind: feed, url: '%s', every: 1h}\n";
    CrawlSettings settings =
        CrawlSettings.forLoopback(Duration.ZERO).withRobotsGrace(Duration.ofDays(7));
    new Crawler(
            settings,
            SourceFile.parse(sources.formatted(site.url("/feed.xml")), "test"),
            new PlainExtractor(),
            log,
            clock,
            events::add)
        .runOnce();
  }

  private void crawlAfter(String time) {
    clock.advance(Duration.parse(time));
    crawl();
  }

  private void disallow(String path) {
    site.text("/robots.txt", "User-agent: *\nDisallow: %s\n".formatted(path));
  }

  private List<Article> withdrawn() {
    return log.articles().stream().filter(article -> article.gone().isPresent()).toList();
  }

  @ParameterizedTest
  @CsvSource({"/, 2", "/a, 1"})
  void withdrawsArticlesOnlyAfterTheGraceButFetchesNothingMeanwhile(String path, int articles) {
    crawl();
    disallow(path);
    site.forget();
    for (int day = 2; day <= 8; day++) {
      crawlAfter(day == 2 ? "P2D" : "P1D");
    }

    assertThat(withdrawn()).as("within the grace").isEmpty();
    assertThat(site.paths()).contains("/robots.txt").doesNotContain("/a");
    assertThat(events)
        .filteredOn(e -> e instanceof CrawlEvent.Forbidden)
        .allSatisfy(
            e ->
                assertThat(((CrawlEvent.Forbidden) e).why())
                    .startsWith("robots.txt; its article stays until 20"));

    crawlAfter("P1D");
    crawlAfter("P8D");

    assertThat(withdrawn()).as("told once").hasSize(articles);
    assertThat(withdrawn().getFirst().goneReason()).contains(Article.GoneReason.ROBOTS);
    assertThat(site.paths()).doesNotContain("/a");

    site.text("/robots.txt", "");
    crawlAfter("P60D");
    assertThat(log.articles().getLast().gone()).as("comes back").isEmpty();
  }

  @Test
  void saysNothingOfASlipThatIsMendedWithinTheGrace() {
    crawl();
    disallow("/");
    crawlAfter("P2D");
    crawlAfter("P1D");
    site.text("/robots.txt", "");
    site.forget();
    crawlAfter("P2D");

    assertThat(log.articles()).hasSize(2);
    assertThat(site.paths()).contains("/a", "/b");
    assertThat(log.outcome(site.url("/a"))).isEqualTo("unchanged");

    disallow("/");
    crawlAfter("P6D");
    crawlAfter("P2D");
    assertThat(withdrawn()).as("the grace begins anew").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"404", "500"})
  void readsAPageWholeThatWasAwaySoThatA304DoesNotLeaveItSo(int status) {
    site.on("/a", DisallowedSiteTest::versioned);
    crawl();
    site.status("/a", status);
    crawlAfter("P2DT1S");
    site.on("/a", DisallowedSiteTest::versioned);
    crawlAfter("P9DT1S");

    assertThat(log.outcome(site.url("/a"))).isIn("unchanged", "article");
  }

  private static void versioned(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("ETag", "\"v1\"");
    if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
      exchange.sendResponseHeaders(304, -1);
    } else {
      LoopbackSite.send(exchange, 200, "text/html", LoopbackSite.articleHtml("Alpha", ""));
    }
  }
}
