package dev.civicwire.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.app.fixture.Cli;
import dev.civicwire.app.pipeline.HeldSources;
import dev.civicwire.app.sample.SampleSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesCommandTest {
  @TempDir Path folder;

  @Test
  void triesSourcesAndTellsWhatWouldBeFetched() throws IOException {
    try (SampleSite site = SampleSite.start(folder.resolve("port"))) {
      Path file = Files.writeString(folder.resolve("sources.yaml"), site.sources());

      Cli.Result result = Cli.run("sources", "check", file.toString(), "--set", "crawl.delay=10ms");

      assertThat(result.code()).as(result.out() + result.err()).isZero();
      assertThat(result.out())
          .contains("well-formed", "ok ", "links would be fetched", "      + http://")
          .doesNotContain("FAIL");
    }
  }

  @Test
  void namesASourceThatCannotBeRead() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("sources.yaml"),
            "sources:\n- {name: none, kind: feed, url: 'http://127.0.0.1:1/feed'}\n");

    Cli.Result result = Cli.run("sources", "check", file.toString());

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("FAIL  none (feed)", "robots.txt could not be read");
    assertThat(Cli.run("sources", "check", "--lint", file.toString()).code()).isZero();
  }

  @Test
  void listsEverySourceThatIsNotUnderstood() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("sources.yaml"),
            """
            sources:
            - {name: a, kind: feeed, url: 'https://example.org/a'}
            - {name: b, kind: feed, url: 'https://example.org/b'}
            - {name: c, kind: feed, url: 'https://example.org/c', evry: 1h}
            """);

    Cli.Result result = Cli.run("sources", "check", "--lint", file.toString());

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .contains("FAIL  " + file + ":2: ", "FAIL  " + file + ":4: ")
        .doesNotContain(file + ":3: ");
    assertThat(result.reason()).endsWith(": 2 sources are wrong; correct them and check again");
    assertThat(Cli.run("sources", "export-opml", file.toString()).reason())
        .contains(file + ":2: ", "(and 1 more: `civicwire sources check` lists them)");
  }

  @Test
  void warnsOfASelectorThatFindsNothing() throws IOException {
    try (SampleSite site = SampleSite.start(folder.resolve("port"))) {
      Path file =
          Files.writeString(
              folder.resolve("sources.yaml"),
              "sources:\n- {name: none, kind: listing, url: '%s', link: li.gone}\n"
                  .formatted(site.base()));

      Cli.Result result = Cli.run("sources", "check", file.toString(), "--set", "crawl.delay=10ms");

      assertThat(result.code()).isEqualTo(1);
      assertThat(result.out())
          .contains(
              "WARN  none (listing)",
              "read, but no link would be fetched: the selector 'li.gone' finds no link",
              "1 sources could be read (1 of them to no use), 0 could not, 0 are paused");
    }
  }

  @Test
  void printsWhatASiteOffersAsYaml() throws IOException {
    try (SampleSite site = SampleSite.start(folder.resolve("port"))) {
      Cli.Result result = Cli.run("sources", "discover", site.base(), "--set", "crawl.delay=10ms");

      assertThat(result.code()).as(result.err()).isZero();
      Path file = Files.writeString(folder.resolve("found.yaml"), result.out());
      assertThat(Cli.run("sources", "check", "--lint", file.toString()).code()).isZero();
    }
  }

  @Test
  void convertsOpml() throws IOException {
    Path opml =
        Files.writeString(
            folder.resolve("feeds.opml"),
            "<opml><body><outline text='Its A' xmlUrl='https://example.org/a'/></body></opml>");

    Cli.Result imported = Cli.run("sources", "import-opml", opml.toString());
    Path file = Files.writeString(folder.resolve("sources.yaml"), imported.out());
    Cli.Result exported = Cli.run("sources", "export-opml", file.toString());

    assertThat(exported.code()).as(exported.err()).isZero();
    assertThat(exported.out()).contains("xmlUrl=\"https://example.org/a\"");
    assertThat(Cli.run("sources", "schema").out()).contains("\"$schema\"");
  }

  @Test
  void holdsAndReleasesASource() {
    HeldSources held = new HeldSources(folder);
    assertThat(held.test("news")).isFalse();

    assertThat(Cli.run("sources", "pause", "news", "--data", folder.toString()).out())
        .isEqualTo("news is paused\n");
    assertThat(held.test("news")).isTrue();
    assertThat(held.test("jobs")).isFalse();
    assertThat(Cli.run("sources", "pause", "news", "--data", folder.toString()).out())
        .isEqualTo("news was paused\n");
    assertThat(Cli.run("sources", "resume", "news", "--data", folder.toString()).code()).isZero();
    assertThat(new HeldSources(folder).test("news")).isFalse();
  }
}
