package dev.civicwire.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.ArticleId;
import dev.civicwire.contract.JobPosting;
import dev.civicwire.contract.Json;
import dev.civicwire.ingest.FetchedPage;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Each `pages/NAME.html` is read and compared with what `pages/NAME.json` says of it, and its
/// whole text with `pages/NAME.txt`.
class PageExtractorTest {
  private static final PageExtractor EXTRACTOR = new PageExtractor();
  private static final Instant FETCHED = Instant.parse("2026-11-22T12:00:00Z");

  static List<String> pages() throws IOException, URISyntaxException {
    Path folder =
        Path.of(Objects.requireNonNull(PageExtractorTest.class.getResource("pages")).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .sorted()
          .toList();
    }
  }

  static byte[] resource(String name) throws IOException {
    try (InputStream in = PageExtractorTest.class.getResourceAsStream("pages/" + name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void extractsTheArticleAndNothingElse(String name) throws IOException {
    JsonNode expected = Json.mapper().readTree(resource(name + ".json"));
    String url = expected.path("url").asString();

    Extraction extraction =
        EXTRACTOR.extract(FetchedPage.ofBytes(url, resource(name + ".html"), FETCHED), "test");

    switch (extraction) {
      case Extraction.Refused refused ->
          assertThat(refused.reason()).isEqualTo(expected.path("refused").asString("nothing"));
      case Extraction.Found found -> {
        assertThat(expected.has("refused")).as("should have been refused").isFalse();
        assertThat(found.article().text() + "\n")
            .isEqualTo(new String(resource(name + ".txt"), StandardCharsets.UTF_8));
        compare(found.article(), expected);
      }
    }
  }

  private static void compare(Article article, JsonNode expected) {
    SoftAssertions softly = new SoftAssertions();
    expected
        .path("contains")
        .forEach(part -> softly.assertThat(article.text()).contains(part.asString()));
    expected
        .path("excludes")
        .forEach(part -> softly.assertThat(article.text()).doesNotContain(part.asString()));
    for (String field : expected.propertyNames()) {
      JsonNode value = expected.get(field);
      if (!field.equals("contains")
          && !field.equals("excludes")
          && !field.equals("url")
          && !field.equals("job")) {
        String wanted = value.isArray() ? joined(value) : value.asString();
        softly.assertThat(field(article, field)).as(field).isEqualTo(wanted);
      }
    }
    expected
        .path("job")
        .properties()
        .forEach(
            entry ->
                softly
                    .assertThat(job(article.jobPosting().orElseThrow(), entry.getKey()))
                    .as(entry.getKey())
                    .isEqualTo(entry.getValue().asString()));
    softly
        .assertThat(article.contentHash())
        .isEqualTo(ArticleId.contentHash(article.title(), article.text()));
    softly
        .assertThat(article.text())
        .doesNotContain("\r", "\n\n")
        .isEqualTo(article.text().strip());
    softly.assertAll();
  }

  private static String joined(JsonNode array) {
    List<String> values = new ArrayList<>();
    array.forEach(value -> values.add(value.asString()));
    return String.join(", ", values);
  }

  private static String field(Article article, String name) {
    return switch (name) {
      case "title" -> article.title();
      case "canonical" -> article.canonicalUrl();
      case "authors" -> String.join(", ", article.authors());
      case "tags" -> String.join(", ", article.tags());
      case "captions" -> String.join(", ", article.captions());
      case "published" -> text(article.published());
      case "modified" -> text(article.modified());
      case "language" -> text(article.language());
      case "site" -> text(article.site());
      case "section" -> text(article.section());
      case "image" -> text(article.image());
      case "licence" -> text(article.licence());
      case "standfirst" -> text(article.standfirst());
      case "aiGenerated" -> String.valueOf(article.aiGenerated());
      case "access" -> article.access().name();
      default -> "no such field: " + name;
    };
  }

  private static String job(JobPosting job, String name) {
    return switch (name) {
      case "title" -> text(job.title());
      case "organisation" -> text(job.organisation());
      case "salaryMin" -> text(job.salaryMin().map(BigDecimal::toPlainString));
      case "salaryMax" -> text(job.salaryMax().map(BigDecimal::toPlainString));
      case "currency" -> text(job.currency());
      case "period" -> text(job.period());
      case "validThrough" -> text(job.validThrough());
      case "locations" -> String.join("; ", job.locations());
      case "employmentType" -> String.join(", ", job.employmentType());
      case "identifier" -> text(job.identifier());
      case "from" -> job.from();
      default -> "no such field: " + name;
    };
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  @Test
  void refusesAPageThatAsksThisCrawlerNotToIndexIt() throws IOException {
    String html =
        new String(resource("trade-press-article.html"), StandardCharsets.UTF_8)
            .replace("<head>", "<head><meta name=\"civicwire\" content=\"noindex\">");

    Extraction extraction =
        EXTRACTOR.extract(
            FetchedPage.ofBytes(
                "https://news.example.org/x", html.getBytes(StandardCharsets.UTF_8), FETCHED),
            "test");

    assertThat(extraction)
        .isInstanceOfSatisfying(
            Extraction.Refused.class, no -> assertThat(no.reason()).isEqualTo("noindex"));
  }

  @Test
  void passesOverNoindexForFilesThatTheUserHas() throws IOException {
    Extraction extraction =
        PageExtractor.forFiles()
            .extract(
                FetchedPage.ofBytes(
                    "https://news.example.org/x", resource("noindex.html"), FETCHED),
                "test");

    assertThat(extraction).isInstanceOf(Extraction.Found.class);
  }

  @Test
  void saysWhereEachMetadataValueCameFrom() throws IOException {
    Extraction extraction =
        EXTRACTOR.extract(
            FetchedPage.ofBytes(
                "https://news.example.org/x", resource("trade-press-article.html"), FETCHED),
            "test");

    assertThat(extraction).isInstanceOf(Extraction.Found.class);
    Article article = ((Extraction.Found) extraction).article();
    assertThat(article.provenance())
        .extracting("field")
        .contains("title", "authors", "published", "site", "language");
    assertThat(article.provenance())
        .allSatisfy(p -> assertThat(p.confidence()).isBetween(0.0, 1.0));
  }
}
