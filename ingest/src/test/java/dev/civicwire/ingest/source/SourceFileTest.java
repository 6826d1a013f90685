package dev.civicwire.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.civicwire.contract.Json;
import dev.civicwire.contract.StageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SourceFileTest {
  @Test
  void readsEveryKind() {
    List<Source> sources =
        SourceFile.parse(
            """
            # our sources
            sources:
              - name: gov
                kind: feed
                url: https://WWW.example.org/feed?utm_source=x
                every: 30m
              - name: map
                kind: sitemap
                url: https://example.org/sitemap.xml
                cron: "15 6 * * 1-5"
                zone: Europe/London
                article: /news/\\d+
                maxPages: 3
                maxArticles: 50
              - name: council
                kind: listing
                url: https://example.org/jobs
                link: ul.jobs a
                next: a.next
                delay: 5s
              - {name: page, kind: page, url: "https://example.org/pay", paused: true}
            """,
            "sources.yaml");

    assertThat(sources)
        .extracting(Source::kind)
        .containsExactly("feed", "sitemap", "listing", "page");
    assertThat(sources.get(0).url()).isEqualTo("https://www.example.org/feed");
    assertThat(sources.get(0).schedule()).isEqualTo(new Schedule.Every(Duration.ofMinutes(30)));
    assertThat(sources.get(1).schedule())
        .isEqualTo(new Schedule.ByCron("15 6 * * 1-5", ZoneId.of("Europe/London")));
    assertThat(sources.get(1).article().orElseThrow().matcher("/news/12").find()).isTrue();
    assertThat(sources.get(1).maxArticles()).isEqualTo(50);
    assertThat(sources.get(2))
        .isInstanceOfSatisfying(
            ListingSource.class, l -> assertThat(l.next()).isEqualTo(Optional.of("a.next")));
    assertThat(sources.get(2).delay()).contains(Duration.ofSeconds(5));
    assertThat(sources.get(3).paused()).isTrue();
  }

  @ParameterizedTest(name = "{1}")
  @CsvFileSource(resources = "bad-sources.csv", numLinesToSkip = 1)
  void saysWhatIsWrongAndWhere(String yaml, String message) {
    assertThatThrownBy(() -> SourceFile.parse(yaml.replace("\\n", "\n"), "s.yaml"))
        .isInstanceOf(StageException.class)
        .hasMessageStartingWith("s.yaml:")
        .hasMessageContaining(message);
  }

  @Test
  void saysThatAFileIsMissing() {
    assertThatThrownBy(() -> SourceFile.read(Path.of("/nowhere/sources.yaml")))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void schedulesByCronInItsZone() {
    Schedule weekdays = new Schedule.ByCron("0 6 * * 1-5", ZoneId.of("Europe/London"));

    // Friday noon in summer time: Monday, 6 o'clock in London.
    assertThat(weekdays.next(Instant.parse("2026-07-03T12:00:00Z"), 0))
        .isEqualTo(Instant.parse("2026-07-06T05:00:00Z"));
  }

  @Test
  void spreadsIntervalsByATenth() {
    Schedule hourly = new Schedule.Every(Duration.ofHours(1));
    Instant now = Instant.parse("2026-07-03T12:00:00Z");

    assertThat(hourly.next(now, 0)).isEqualTo(now.plusSeconds(3600));
    assertThat(hourly.next(now, 0.5)).isEqualTo(now.plusSeconds(3780));
  }

  @Test
  void publishesASchemaOfAllKeysAndKinds() throws IOException {
    JsonNode source =
        Json.mapper().readTree(SourceSchema.text()).at("/properties/sources/items/properties");

    assertThat(source.propertyNames()).containsExactlyInAnyOrderElementsOf(SourceEntry.KEYS);
    assertThat(source.at("/kind/enum").valueStream().map(JsonNode::stringValue))
        .containsExactlyElementsOf(SourceEntry.KINDS);
    assertThat(Files.readString(Path.of("../docs/sources.schema.json")))
        .isEqualTo(SourceSchema.text());
  }

  @Test
  void shipsSourcesThatAreWellFormed() {
    List<Source> sources = SourceFile.read(Path.of("../sources/uk-public-sector.yaml"));

    assertThat(sources).hasSizeGreaterThanOrEqualTo(70);
    assertThat(sources)
        .extracting(Source::kind)
        .contains("feed", "listing", "sitemap", "govuk", "ocds");
    assertThat(sources).filteredOn(s -> s.name().endsWith("-council")).hasSizeGreaterThan(4);
    assertThat(sources)
        .filteredOn(s -> s.url().contains("-ni.gov.uk/") || s.name().startsWith("nidirect"))
        .hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @CsvSource({
    "belfast-city-council, https://www.belfastcity.gov.uk/News/A-title, true",
    "belfast-city-council, https://www.belfastcity.gov.uk/news/, false",
    "ni-department-of-finance, https://www.finance-ni.gov.uk/news/a-title, true",
    "ni-department-of-finance, https://www.finance-ni.gov.uk/news?page=1, false",
    "greater-london-authority, https://www.london.gov.uk/press-releases/mayoral/a-title, true",
    "greater-london-authority, https://www.london.gov.uk/media-centre/mayors-press-release/t, true",
    "greater-london-authority, https://www.london.gov.uk/a/mayors-press-releases?page=2, false",
    "ai-security-institute, https://www.aisi.gov.uk/blog/a-title, true",
    "ai-security-institute, https://www.aisi.gov.uk/careers, false"
  })
  void takesArticlesOfTheShippedSourcesOnly(String name, String url, boolean taken) {
    Source source =
        SourceFile.read(Path.of("../sources/uk-public-sector.yaml")).stream()
            .filter(s -> s.name().equals(name))
            .findFirst()
            .orElseThrow();

    assertThat(source.article().orElseThrow().matcher(url).find()).isEqualTo(taken);
  }

  @Test
  void importsAndExportsOpml() {
    String opml =
        """
        <?xml version="1.0"?><opml version="2.0"><body><outline text="Blogs">
        <outline text="A &amp; B" type="rss" xmlUrl="https://example.org/a?x=1&amp;y=2"/>
        <outline text="A B" xmlUrl="https://example.org/b"/>
        <outline text="again" xmlUrl="https://example.org/b"/>
        <outline text="bad" xmlUrl="javascript:alert(1)"/></outline></body></opml>\
        """;

    List<Opml.Feed> feeds = Opml.read(opml, "list.opml");

    assertThat(feeds)
        .containsExactly(
            new Opml.Feed("a-b", "https://example.org/a?x=1&y=2"),
            new Opml.Feed("a-b-2", "https://example.org/b"));
    List<Source> sources =
        feeds.stream()
            .<Source>map(
                f -> new FeedSource(SourceBasics.of(f.name(), f.url(), Duration.ofHours(1))))
            .toList();
    assertThat(Opml.read(Opml.write(sources), "again")).isEqualTo(feeds);
    assertThatThrownBy(() -> Opml.read("<opml/>", "list.opml"))
        .isInstanceOf(StageException.class)
        .hasMessageStartingWith("list.opml holds no outline");
  }
}
