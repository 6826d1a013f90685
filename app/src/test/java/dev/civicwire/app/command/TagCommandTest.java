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
