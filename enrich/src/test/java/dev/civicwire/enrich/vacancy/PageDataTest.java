package dev.civicwire.enrich.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.FieldEvidence;
import dev.civicwire.contract.JobPosting;
import dev.civicwire.contract.Json;
import dev.civicwire.contract.PageSource;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.contract.Vacancy;
import dev.civicwire.enrich.SharedTagger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class PageDataTest {
  static Stream<JsonNode> cases() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PageDataTest.class.getResourceAsStream("page-data.jsonl"))) {
      String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return lines.lines().map(Json.mapper()::readTree).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void laysThePagesDataOverTheText(JsonNode row) {
    TaggedArticle tagged =
        tag(
            row.path("text").asString(),
            Json.mapper().treeToValue(row.path("job_posting"), JobPosting.class));
    Vacancy vacancy = tagged.vacancy().orElseThrow();
    JsonNode given = Json.mapper().readTree(Json.mapper().writeValueAsString(vacancy));
    JsonNode wanted = row.path("vacancy");
    for (String field : wanted.propertyNames()) {
      assertThat(given.path(field)).as(field).isEqualTo(wanted.path(field));
    }
    PageSource page = vacancy.page().orElseThrow();
    JsonNode told = row.path("page");
    assertThat(page.identifier().orElse("")).isEqualTo(told.path("identifier").asString(""));
    assertThat(page.fields()).containsExactlyInAnyOrderElementsOf(texts(told.path("fields")));
    assertThat(page.overruled())
        .extracting(FieldEvidence::field)
        .containsExactlyInAnyOrderElementsOf(texts(told.path("overruled")));
    assertThat(vacancy.evidence()).noneMatch(e -> page.fields().contains(e.field()));
    assertThat(Stream.concat(vacancy.evidence().stream(), page.overruled().stream()))
        .allMatch(e -> tagged.article().text().substring(e.start(), e.end()).equals(e.surface()))
        .noneMatch(e -> e.surface().isEmpty());
  }

  @Test
  void leavesOutThePostOfACompany() {
    JobPosting posting =
        Json.mapper()
            .readValue(
                "{\"title\":\"Head of Data\",\"organisation\":\"Acme Ltd\",\"from\":\"json-ld\"}",
                JobPosting.class);
    assertThat(tag("Acme Ltd sells paint and is looking for a head of data.", posting).vacancies())
        .isEmpty();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  private static TaggedArticle tag(String text, JobPosting posting) {
    Article article =
        Article.builder("https://x.example/1", "https://x.example/1", "test")
            .published(Optional.of(new PartialDate("2026-11-20")))
            .jobPosting(Optional.of(posting))
            .build("Work with us", text, Instant.EPOCH, "none/0");
    return SharedTagger.TAGGER.tag(article);
  }
}
