package dev.civicwire.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.FetchedPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteRulesTest {
  private static final String RULE =
      """
      site: odd.example
      from: 2025-01-01
      until: 2025-12-31
      body: [div.x1]
      drop: [div.ad]
      title: [div.big]
      authors: [span.who]
      published: [span.when]
      """;
  private static final String PAGE =
      "<body><div class=big>Town to merge its two help desks</div><span class=who>Ada"
          + " Penrose</span><span class=when>3 March 2025</span><div class=x1>A short note about"
          + " the merger of the two help desks.<div class=ad>Buy a printer"
          + " today.</div></div><p>Another text of the page that is longer than the note and would"
          + " be taken for the article, since it has more sentences. It really is longer. It goes"
          + " on and on, as such texts do.</p></body>";

  @TempDir Path folder;

  private Article extract(String url, String page, String day) throws IOException {
    Files.writeString(folder.resolve("odd.yaml"), RULE);
    PageExtractor extractor = PageExtractor.forFiles().with(SiteRules.load(folder));
    FetchedPage fetched =
        FetchedPage.ofBytes(
            url, page.getBytes(StandardCharsets.UTF_8), Instant.parse(day + "T12:00:00Z"));
    return switch (extractor.extract(fetched, "test")) {
      case Extraction.Found(Article article) -> article;
      case Extraction.Refused refused -> throw new AssertionError(refused);
    };
  }

  @Test
  void readsAPageByTheRuleOfItsSite() throws IOException {
    Article article = extract("https://www.odd.example/a", PAGE, "2025-03-04");

    assertThat(article.text()).isEqualTo("A short note about the merger of the two help desks.");
    assertThat(article.title()).isEqualTo("Town to merge its two help desks");
    assertThat(article.authors()).containsExactly("Ada Penrose");
    assertThat(article.published().orElseThrow().value()).isEqualTo("2025-03-03");
    assertThat(article.provenance()).extracting("from").contains("site-rule");
  }

  @ParameterizedTest
  @CsvSource({
    "https://other.example/a, 2025-03-04",
    "https://odd.example/a, 2026-03-04",
    "https://odd.example/a, 2024-12-31"
  })
  void readsInTheGeneralWayElsewhereAndAfterItsEnd(String url, String day) throws IOException {
    assertThat(extract(url, PAGE, day).text()).contains("Another text of the page");
  }

  @Test
  void explainsWhatTheRuleKept() throws IOException {
    Files.writeString(folder.resolve("odd.yaml"), RULE);
    FetchedPage fetched =
        FetchedPage.ofBytes(
            "https://odd.example/a",
            PAGE.getBytes(StandardCharsets.UTF_8),
            Instant.parse("2025-03-04T12:00:00Z"));

    assertThat(
            PageExtractor.forFiles().with(SiteRules.load(folder)).explain(fetched).lines().stream()
                .filter(line -> line.contains(" kept ")))
        .singleElement()
        .asString()
        .contains("site rule", "A short note about the merger");
  }

  @Test
  void fallsBackWhereTheLayoutHasChanged() throws IOException {
    String changed = PAGE.replace("class=x1", "class=x2");

    assertThat(extract("https://odd.example/a", changed, "2025-03-04").text())
        .contains("Another text of the page");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "from: 2025-01-01; 'site' is missing",
        "{site: a.example, from: soon}; a date is written",
        "{site: a.example, from: 2025-01-01, bdoy: p}; unknown key 'bdoy'",
        "{site: a.example, from: 2025-01-01, body: 'p['}; no CSS selector"
      })
  void saysWhichFileIsNoRuleAndWhy(String yaml, String reason) throws IOException {
    Files.writeString(folder.resolve("bad.yaml"), yaml);

    assertThatThrownBy(() -> SiteRules.load(folder))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("bad.yaml")
        .hasMessageContaining(reason);
  }
}
