package dev.civicwire.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.civicwire.app.fixture.Cli;
import dev.civicwire.app.fixture.Installation;
import dev.civicwire.app.fixture.SharedEngines;
import dev.civicwire.contract.Json;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.archive.WarcArchive;
import dev.civicwire.ingest.crawl.PageArchive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(240)
@ExtendWith(SharedEngines.class)
class ReplayCommandTest {
  private static final Path DEVELOPMENT_PAGES =
      Path.of(
          System.getProperty("civicwire.root", ".."),
          "../shared/gold/extraction/dev-pages.warc.gz");
  private static final String PAGE =
      """
      <html lang="en"><head><title>%1$s</title></head><body><article><h1>%1$s</h1>
      <p>Example Borough Council is looking for somebody to lead its digital services, and it will
      pay up to £72,000 a year for the right person to do so, it said on its own pages today.</p>
      <p>The post reports to the director of resources and is based in the town hall, with two days
      a week at home. Applications close on 12 January 2027.</p></article></body></html>
      """;

  @TempDir Path folder;

  @Test
  void takesSavedPagesTheWholeWay(Installation installation) throws IOException {
    Path file = archive("First council seeks lead", "Second council seeks lead", "");
    Cli.Result result = installation.run("replay", file.toString(), "--source", "saved");
    assertThat(result.code()).as(result.err()).isZero();
    JsonNode summary = Json.mapper().readTree(result.outLines().getLast());
    assertThat(summary.path("pages").intValue()).isEqualTo(3);
    assertThat(summary.path("articles").intValue()).isEqualTo(2);
    assertThat(summary.path("refused").intValue()).isEqualTo(1);
    assertThat(summary.path("indexed").intValue()).isEqualTo(2);
    assertThat(installation.run("search", "Second").out())
        .contains("Second council seeks lead", "https://saved.example/1");

    Cli.Result again = installation.run("replay", file.toString(), "--source", "saved");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(Json.mapper().readTree(again.outLines().getLast()).path("indexed").intValue())
        .isEqualTo(2);
  }

  @Test
  void namesAFileThatIsNoArchive(Installation installation) throws IOException {
    Cli.Result missing = installation.run("replay", folder.resolve("none.warc.gz").toString());
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.reason()).contains("no readable file").contains("none.warc.gz");
    Path text = Files.writeString(folder.resolve("notes.txt"), "no archive\n");
    Cli.Result wrong = installation.run("replay", text.toString());
    assertThat(wrong.code()).as(wrong.err()).isEqualTo(1);
    assertThat(wrong.err()).contains("notes.txt").doesNotContain("unexpected failure");
  }

  @Test
  @Tag("soak")
  @Timeout(1800)
  void replaysTheDevelopmentPages(Installation installation) {
    assumeThat(DEVELOPMENT_PAGES).exists();
    Cli.Result result = installation.run("replay", DEVELOPMENT_PAGES.toString());
    assertThat(result.code()).as(result.err()).isZero();
    JsonNode summary = Json.mapper().readTree(result.outLines().getLast());
    assertThat(summary.path("indexed").intValue()).isPositive();
    assertThat(summary.path("articles").intValue() + summary.path("refused").intValue())
        .isEqualTo(summary.path("pages").intValue());
  }

  private Path archive(String... titles) throws IOException {
    try (WarcArchive archive = new WarcArchive(folder, Clock.systemUTC())) {
      for (int n = 0; n < titles.length; n++) {
        String html = titles[n].isEmpty() ? "" : PAGE.formatted(titles[n]);
        archive.add(
            FetchedPage.ofBytes(
                "https://saved.example/" + n,
                html.getBytes(StandardCharsets.UTF_8),
                Instant.parse("2026-11-20T09:00:00Z")),
            new PageArchive.Origin("feed", Optional.empty(), Optional.empty(), false));
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".warc.gz")).findFirst().orElseThrow();
    }
  }
}
