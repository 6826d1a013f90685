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
    String url = site.url("/news/");
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
        .hasMessageStartingWith(site.url("/robots.txt") + " cannot be read (")
        .hasMessageEndingWith("; try again later");
    assertThat(site.paths()).containsOnly("/robots.txt");
  }

  @Test
  void asksNothingThatIsForbidden() {
    site.text("/robots.txt", "User-agent: *\nDisallow: /news/");

    assertThatThrownBy(this::discover).hasMessageContaining("its robots.txt forbids it");
    assertThat(site.paths()).containsExactly("/robots.txt");
  }
}
