package dev.civicwire.ingest.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.site.LoopbackSite;
import dev.civicwire.ingest.source.Discovery;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteProbeTest {
  private final LoopbackSite site = new LoopbackSite();

  @BeforeEach
  void aPage() {
    site.html("/news/", "<link rel=alternate type='application/rss+xml' href='feed.xml'>");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private List<Discovery.Candidate> discover() throws InterruptedException {
    return discover(site.url("/news/")).candidates();
  }

  private SiteProbe.Found discover(String url) throws InterruptedException {
    try (SiteProbe probe =
        new SiteProbe(CrawlSettings.forLoopback(Duration.ZERO), url, Clock.systemUTC())) {
      return probe.discover(url);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 410, 418})
  void takesARobotsFileThatIsRefusedForNone(int status) throws InterruptedException {
    site.status("/robots.txt", status);

    assertThat(discover())
        .extracting(Discovery.Candidate::url)
        .containsExactly(site.url("/news/feed.xml"));
  }

  @ParameterizedTest
  @ValueSource(ints = {304, 429, 500, 503})
  void asksNothingWhileTheServerOwesItsRobotsFile(int status) {
    site.status("/robots.txt", status);

    assertThatThrownBy(this::discover)
        .isInstanceOf(StageException.class)
        .hasMessageStartingWith(
            site.url("/news/") + " cannot be read: robots.txt could not be read")
        .hasMessageEndingWith(" of " + site.url("") + "; try again later");
    assertThat(site.paths()).containsOnly("/robots.txt");
  }

  @Test
  void asksNothingThatIsForbidden() {
    site.text("/robots.txt", "User-agent: *\nDisallow: /news/");

    assertThatThrownBy(this::discover)
        .hasMessageContaining("the robots.txt of its host forbids " + site.url("/news/"));
    assertThat(site.paths()).containsExactly("/robots.txt");
  }

  @ParameterizedTest
  @CsvSource({"5, true", "6, false"})
  void takesARobotsFileBehindTooManyRedirectsForNoneAsTheCrawlDoes(int redirects, boolean read)
      throws InterruptedException {
    site.text("/rules", "User-agent: *\nDisallow: /news/");
    for (int i = 0; i < redirects; i++) {
      site.redirect(
          i == 0 ? "/robots.txt" : "/rules" + i,
          302,
          i == redirects - 1 ? "/rules" : "/rules" + (i + 1));
    }

    if (read) {
      assertThatThrownBy(this::discover).hasMessageContaining("forbids");
    } else {
      assertThat(discover()).isNotEmpty();
    }
  }

  @Test
  void keepsThePauseThatTheRobotsFileAsksFor() throws InterruptedException {
    site.text("/robots.txt", "User-agent: *\nCrawl-delay: 0.3");

    discover();

    List<LoopbackSite.Asked> asked = site.asked();
    assertThat(asked).hasSizeGreaterThan(1);
    for (int i = 1; i < asked.size(); i++) {
      assertThat(Duration.ofNanos(asked.get(i).nanos() - asked.get(i - 1).nanos()))
          .isGreaterThanOrEqualTo(Duration.ofMillis(290));
    }
  }

  @Test
  void followsARedirectToAnotherHostByThatOnesRobotsFile() throws InterruptedException {
    try (LoopbackSite there = new LoopbackSite("127.0.0.2")) {
      site.redirect("/old/", 301, there.url("/new/"));
      there.html("/new/", "<link rel=alternate type='application/rss+xml' href='feed.xml'>");
      there.text("/robots.txt", "Sitemap: " + there.url("/map.xml"));

      assertThat(discover(site.url("/old/")))
          .isEqualTo(
              new SiteProbe.Found(
                  there.url("/new/"),
                  List.of(
                      new Discovery.Candidate(
                          "feed", there.url("/new/feed.xml"), "declared by the page"),
                      new Discovery.Candidate(
                          "sitemap", there.url("/map.xml"), "named by robots.txt"))));

      there.text("/robots.txt", "User-agent: *\nDisallow: /");
      there.forget();
      assertThatThrownBy(() -> discover(site.url("/old/")))
          .hasMessageContaining("forbids " + there.url("/new/"));
      assertThat(there.paths()).containsExactly("/robots.txt");
    }
  }
}
