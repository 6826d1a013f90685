package dev.civicwire.ingest.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.ingest.crawl.SourceCheck.Checked;
import dev.civicwire.ingest.crawl.SourceCheck.Verdict;
import dev.civicwire.ingest.site.LoopbackSite;
import dev.civicwire.ingest.source.SourceFile;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceCheckTest {
  private static final String LIST = "<p><a class=news href='/a'>A headline</a></p>";

  private final LoopbackSite site = new LoopbackSite();

  @AfterEach
  void stop() {
    site.close();
  }

  private Checked check(String source) throws InterruptedException {
    List<Checked> told = Collections.synchronizedList(new ArrayList<>());
    String file =
        "sources:\n- {name: it, kind: %s}\n"
            .formatted(source.replace("url: ", "url: " + site.url("")));
    new SourceCheck(CrawlSettings.forLoopback(Duration.ZERO), Clock.systemUTC())
        .run(SourceFile.parse(file, "test"), told::add);
    return told.getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          listing, link: a.news, url: /list        | GIVES_LINKS   | 1 links would be fetched
          listing, link: a.none, url: /list        | GIVES_NOTHING | finds no link on the page
          listing, link: a, article: x, url: /list | GIVES_NOTHING | all it holds is passed over
          feed, url: /empty.xml                    | GIVES_NOTHING | it holds none
          listing, link: a.news, url: /head        | UNREADABLE    | /head asks not to be followed
          listing, link: a.news, url: /header      | UNREADABLE    | /header asks not to be followed
          listing, link: a.news, url: /gone        | UNREADABLE    | gone: HTTP status 404
          """)
  void tellsWhatASourceIsWorth(String source, Verdict verdict, String outcome)
      throws InterruptedException {
    site.html("/list", LIST).xml("/empty.xml", site.rss());
    site.html("/head", "<meta name=robots content='index, nofollow'>" + LIST);
    site.on(
        "/header",
        exchange -> {
          exchange.getResponseHeaders().set("X-Robots-Tag", "nofollow");
          LoopbackSite.send(exchange, 200, "text/html", LIST);
        });

    Checked checked = check(source);

    assertThat(checked.verdict()).isEqualTo(verdict);
    assertThat(checked.outcome()).endsWith(outcome);
    assertThat(checked.outcome().startsWith("nofollow: ")).isEqualTo(source.contains("/head"));
  }

  @Test
  void fetchesNoArticle() throws InterruptedException {
    site.html("/list", LIST);

    assertThat(check("listing, link: a.news, url: /list").wanted()).containsExactly(site.url("/a"));
    assertThat(site.paths()).containsExactlyInAnyOrder("/robots.txt", "/list");
  }
}
