package dev.civicwire.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.app.fixture.Cli;
import dev.civicwire.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TagCommandTest {
  private static final String TEXT =
      "Leeds City Council is looking for a chief digital officer, at £95,000 to £105,000 a year."
          + " Applications close on 12 January 2027.";

  @TempDir Path folder;

  @Test
  void tagsWithTheFieldNamesOfTheContract() throws IOException {
    Cli.Result result = tag(line("1", "Council seeks digital chief", TEXT, "2026-11-20"));
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.err()).isEmpty();
    JsonNode tagged = Json.mapper().readTree(result.out());
    assertThat(tagged.propertyNames())
        .contains(
            "id",
            "roles",
            "salaries",
            "budgets",
            "other_money",
            "deadlines",
            "events",
            "headcounts",
            "organisations",
            "people",
            "locations",
            "vacancies",
            "topics",
            "relevance",
            "is_public_sector");
    assertThat(tagged.path("salaries"))
        .singleElement()
        .satisfies(
            salary -> {
              assertThat(salary.path("min").intValue()).isEqualTo(95_000);
              assertThat(salary.path("max").intValue()).isEqualTo(105_000);
              assertThat(salary.path("currency").asString()).isEqualTo("GBP");
            });
  }

  @Test
  void saysThatADayOfPublicationCannotBeRead() throws IOException {
    Cli.Result result = tag(line("77", "Council seeks digital chief", TEXT, "last Tuesday"));
    assertThat(result.code()).isZero();
    assertThat(result.outLines()).hasSize(1);
    assertThat(result.err()).contains("article 77", "'last Tuesday'", "2026-05-31");
  }

  @Test
  void keepsTheOrderAndNamesBadLines() throws IOException {
    String good =
        IntStream.range(0, 60)
            .mapToObj(n -> line("n" + n, "Title", n % 7 == 0 ? TEXT.repeat(5) : "Short.", ""))
            .collect(Collectors.joining("\n"));
    String bad =
        """

        no json

        {"id":"x","title":"without text"}
        "text"
        {"id":"y","text":null}
        {"id":"z","text":{"a":1}}
        """;
    Cli.Result result = tag(good + bad + line("last", "Title", "Short.", ""));
    assertThat(result.code()).isEqualTo(1);
    assertThat(ids(result))
        .containsExactlyElementsOf(
            IntStream.range(0, 61).mapToObj(n -> n == 60 ? "last" : "n" + n).toList());
    assertThat(result.errLines())
        .hasSize(5)
        .satisfies(
            lines -> {
              assertThat(lines.get(0)).startsWith("civicwire tag: line 61: no JSON");
              assertThat(lines.get(1)).isEqualTo("civicwire tag: line 63: no field 'text'");
              assertThat(lines.get(2)).contains("line 64: no JSON object");
              assertThat(lines.get(3)).contains("line 65: no field 'text'");
              assertThat(lines.get(4)).contains("line 66: ");
            });
  }

  @Test
  void countsOffsetsInUtf16ThroughSurrogatePairs() throws IOException {
    String text = "🏛️🧑‍💻 𝒜 café — " + TEXT;
    JsonNode tagged = Json.mapper().readTree(tag(line("1", "🏛️ chief", text, "")).out());
    assertThat(tagged.path("article").path("text").asString()).isEqualTo(text);
    assertThat(tagged.path("salaries")).isNotEmpty();
    for (JsonNode salary : tagged.path("salaries")) {
      assertThat(text.substring(salary.path("start").intValue(), salary.path("end").intValue()))
          .isEqualTo(salary.path("surface").asString());
    }
  }

  @Test
  void survivesHalfASurrogatePair() throws IOException {
    Cli.Result result =
        tag(
            "{\"id\":\"1\",\"title\":\"\\ud83c\",\"text\":\"\\udfdb\\ud83c Pay is £95,000 a"
                + " year.\"}");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.outLines()).hasSize(1);
  }

  @Test
  void tagsWithoutADateWhereTheDateCannotBeRead() throws IOException {
    Cli.Result result =
        tag(line("1", "T", TEXT, "last Tuesday") + "\n" + line("2", "T", TEXT, "2026-13-99"));
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(ids(result)).containsExactly("1", "2");
  }

  @Test
  void tagsAnEmptyTextAndNoLinesAtAll() throws IOException {
    Cli.Result empty = tag(line("1", "", "", ""));
    assertThat(empty.code()).as(empty.err()).isZero();
    assertThat(Json.mapper().readTree(empty.out()).path("vacancies")).isEmpty();
    Cli.Result none = tag("\n\n");
    assertThat(none.code()).isZero();
    assertThat(none.out()).isEmpty();
  }

  @Test
  void givesAnIdWhereNoneIsGiven() throws IOException {
    Cli.Result result =
        tag("{\"text\":\"Short.\"}\n{\"url\":\"https://x.example/a\",\"text\":\"Short.\"}");
    assertThat(ids(result)).hasSize(2).doesNotContain("").doesNotHaveDuplicates();
  }

  @Test
  void readsWholeArticlesAsExtractPrintsThem() throws IOException {
    Cli.Result extracted = Cli.run("extract", page().toString());
    assertThat(extracted.code()).as(extracted.err()).isZero();
    JsonNode article = Json.mapper().readTree(extracted.out());
    assertThat(article.path("job_posting").isObject()).isTrue();
    Cli.Result result = tag(extracted.out());
    assertThat(result.code()).as(result.err()).isZero();
    JsonNode tagged = Json.mapper().readTree(result.out());
    assertThat(tagged.path("article")).isEqualTo(article);
    assertThat(tagged.path("vacancy").path("salary_max").intValue()).isEqualTo(75_000);
    assertThat(tagged.path("vacancy").path("conflicts").toString()).contains("salary");
    assertThat(Cli.run("explain", folder.resolve("lines.jsonl").toString()).out())
        .contains("70000 to 75000 GBP");
  }

  @Test
  void takesWholeArticlesWithAnOddDateOrFieldForWhatTheyAre() throws IOException {
    String article = Cli.run("extract", page().toString()).out().strip();
    Cli.Result undated = tag(article.replaceFirst("\\{", "{\"published\":\"some day\","));
    assertThat(undated.code()).as(undated.err()).isZero();
    assertThat(undated.err()).contains("'some day'");
    Cli.Result odd = tag(article.replaceFirst("\"captions\":\\[]", "\"captions\":[{}]"));
    assertThat(odd.code()).isEqualTo(1);
    assertThat(odd.errLines()).singleElement().asString().contains("line 1: no article");
    Cli.Result bare =
        tag("{\"id\":\"1\",\"text\":\"Short.\",\"captions\":\"x\",\"source\":{\"a\":1}}");
    assertThat(bare.code()).as(bare.err()).isZero();
  }

  /// The page's own data gives another salary than its words.
  private Path page() throws IOException {
    return Files.writeString(
        folder.resolve("job.html"),
        """
        <html lang="en"><head><title>Head of digital</title><script type="application/ld+json">
        {"@context":"https://schema.org","@type":"JobPosting","title":"Head of Digital",
        "hiringOrganization":{"@type":"Organization","name":"Leeds City Council"},
        "baseSalary":{"@type":"MonetaryAmount","currency":"GBP","value":{"@type":"QuantitativeValue",
        "minValue":70000,"maxValue":75000,"unitText":"YEAR"}},"validThrough":"2027-01-12"}
        </script></head><body><main><article><h1>Head of digital</h1>
        <p>Leeds City Council is looking for a head of digital, who will be paid £60,000 to £65,000
        a year and lead a team of forty people who build and run the services that residents of
        the city use every day, from libraries to council tax.</p>
        <p>Applications close on 12 January 2027. The post is based in Leeds, with two days a week
        in the office, and reports to the chief executive of the council.</p>
        </article></main></body></html>
        """);
  }

  private Cli.Result tag(String lines) throws IOException {
    Path file = Files.writeString(folder.resolve("lines.jsonl"), lines);
    return Cli.run("tag", file.toString());
  }

  private static List<String> ids(Cli.Result result) {
    return result.outLines().stream()
        .map(line -> Json.mapper().readTree(line).path("id").asString())
        .toList();
  }

  private static String line(String id, String title, String text, String published) {
    return Json.mapper()
        .writeValueAsString(
            java.util.Map.of("id", id, "title", title, "text", text, "published", published));
  }
}
