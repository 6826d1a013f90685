package dev.civicwire.ingest.crawl;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.CrawlState.FailureCount;
import dev.civicwire.contract.CrawlState.OfSourceDay;
import dev.civicwire.ingest.site.LoopbackSite;
import dev.civicwire.ingest.source.SourceFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TrapsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  private final LoopbackSite site = new LoopbackSite();
  private final CrawlLogTwin log = new CrawlLogTwin();
  private final TestClock clock = new TestClock();

  @AfterEach
  void stop() {
    site.close();
  }

  private CrawlReport crawl(String source) {
    return new Crawler(
            CrawlSettings.forLoopback(Duration.ZERO),
            SourceFile.parse(
                "sources:\n- {name: s, " + source.replace("{{base}}", site.url("")) + "}\n",
                "test"),
            new PlainExtractor(),
            log,
            clock,
            CrawlListener.none())
        .runOnce();
  }

  private int trapsOfTheDay() {
    return log.newest(OfSourceDay.class).stream()
        .flatMap(day -> day.failed().stream())
        .filter(failed -> failed.reason().equals("trap"))
        .mapToInt(FailureCount::count)
        .sum();
  }

  private static String links(int count, IntFunction<String> href) {
    return IntStream.range(0, count)
        .mapToObj(n -> "<a href='%s'>link %d</a>".formatted(href.apply(n), n))
        .collect(Collectors.joining());
  }

  @ParameterizedTest(name = "{2}: {0}")
  @CsvFileSource(resources = "traps.csv", numLinesToSkip = 1)
  void tellsThemByTheirForm(String url, @Nullable String trap, String why) {
    assertThat(Traps.why(url, NOW)).as(why).isEqualTo(Optional.ofNullable(trap));
  }

  @Test
  @Timeout(value = 10, unit = SECONDS)
  void takesTimeInProportionToTheAddress() {
    String slashes = "https://a.example" + "/20".repeat(2600);
    String days = "https://a.example/?" + "date=2031-&".repeat(700);
    for (int i = 0; i < 500; i++) {
      assertThat(Traps.why(slashes, NOW)).isPresent();
      assertThat(Traps.why(days, NOW)).isPresent();
    }
  }

  @Test
  void endsACalendarThatGoesOnForEver() {
    for (int year = 2026; year < 2040; year++) {
      site.html(
          "/events/?year=" + year,
          "<a class=day href='/events/%d-06-01'>d</a><a class=next href='/events/?year=%d'>n</a>"
              .formatted(year, year + 1));
      site.article("/events/%d-06-01".formatted(year), "Events of " + year);
    }

    CrawlReport report =
        crawl(
            "kind: listing, url: '{{base}}/events/?year=2026', link: a.day, next: a.next,"
                + " maxPages: 50");

    assertThat(report.total().articlesNew()).isEqualTo(3);
    assertThat(site.paths())
        .contains("/events/?year=2028", "/events/2028-06-01")
        .noneMatch(path -> path.contains("2029"));
    assertThat(report.total().trapped()).isPositive().isEqualTo(trapsOfTheDay());
    assertThat(report.isClean()).isTrue();
  }

  @Test
  void leavesVariationsThatGiveNothingOfTheirOwn() {
    for (int n = 0; n < 200; n++) {
      site.html(
          "/find?sid=" + n,
          LoopbackSite.articleHtml(
              "Found", "<link rel=canonical href='%s'>".formatted(site.url("/find"))));
    }
    for (int n = 0; n < 150; n++) {
      site.article("/news?id=" + n, "Number " + n);
    }
    site.html("/list", links(200, n -> "/find?sid=" + n) + links(150, n -> "/news?id=" + n));
    String listing = "kind: listing, url: '{{base}}/list', link: a, every: 1h";

    CrawlReport report = crawl(listing);

    assertThat(site.paths()).filteredOn(path -> path.startsWith("/find")).hasSize(100);
    assertThat(site.paths()).filteredOn(path -> path.startsWith("/news")).hasSize(150);
    assertThat(report.total().trapped()).isEqualTo(100).isEqualTo(trapsOfTheDay());
    assertThat(log.outcome(site.url("/find?sid=199"))).isEqualTo("trap");

    site.forget();
    site.html("/list", links(400, n -> "/find?sid=x" + n));
    clock.advance(Duration.ofDays(31));
    assertThat(crawl(listing).total().trapped()).as("after a restart").isEqualTo(400);
    assertThat(site.paths()).noneMatch(path -> path.startsWith("/find?sid=x"));
    assertThat(log.outcome(site.url("/find?sid=x1"))).as("not remembered").isEqualTo("unknown");
  }

  @Test
  void leavesEverNewCombinationsOfFilters() {
    List<String> filters = List.of("a", "b", "c", "d", "e", "f");
    IntFunction<String> combination =
        set ->
            "/find?"
                + filters.stream()
                    .filter(name -> (set >> filters.indexOf(name) & 1) == 1)
                    .map(name -> name + "=1")
                    .collect(Collectors.joining("&"));
    for (int set = 1; set < 64; set++) {
      site.article(combination.apply(set), "Found by " + set);
    }
    site.html("/list", links(63, n -> combination.apply(n + 1)));

    CrawlReport report = crawl("kind: listing, url: '{{base}}/list', link: a");

    assertThat(report.total().articlesNew()).isEqualTo(16);
    assertThat(report.total().trapped()).isEqualTo(47);
  }

  @Test
  void followsNoRedirectIntoATrap() {
    site.redirect("/a", 302, "/events/2090/01/").article("/events/2090/01/", "January");
    site.xml("/feed.xml", site.rss("/a"));

    CrawlReport report = crawl("kind: feed, url: '{{base}}/feed.xml'");

    assertThat(report.total().trapped()).isOne();
    assertThat(site.paths()).doesNotContain("/events/2090/01/");
  }
}
