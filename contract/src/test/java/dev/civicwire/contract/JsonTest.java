package dev.civicwire.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
  private static final String TEXT = "Pay is £100,000 to £140,000.";

  @Test
  void putsTheEvidenceBesideTheValue() {
    Salary salary =
        new Salary(
            Optional.of(new BigDecimal("100000")),
            Optional.of(new BigDecimal("140000")),
            "GBP",
            PayPeriod.YEAR,
            Salary.Qualifier.UP_TO,
            Optional.empty(),
            false,
            Evidence.of(Mention.of(TEXT, 7, 27), 0.97, "money/1"));
    String json = Json.mapper().writeValueAsString(salary);
    assertThat(json)
        .isEqualTo(
            "{\"min\":100000,\"max\":140000,\"currency\":\"GBP\",\"period\":\"year\","
                + "\"qualifier\":\"up_to\",\"implied\":false,\"surface\":\"£100,000 to £140,000\","
                + "\"start\":7,\"end\":27,\"confidence\":0.97,\"annotator\":\"money/1\","
                + "\"mentions\":[{\"start\":7,\"end\":27,\"surface\":\"£100,000 to £140,000\"}]}");
    assertThat(Json.mapper().readValue(json, Salary.class)).isEqualTo(salary);
  }

  @Test
  void readsRecordsOfANewerWriter() {
    Article article =
        Article.ofText("a", "https://a.example/", "T", "Text.", PartialDate.parse("2026-09"));
    String json = Json.mapper().writeValueAsString(article);
    String newer = json.replaceFirst("\\{", "{\"unheard_of\":{\"x\":1},");
    assertThat(Json.mapper().readValue(newer, Article.class)).isEqualTo(article);
    assertThat(json).contains("\"access\":\"full\"", "\"published\":\"2026-09\"");
  }

  @Test
  void namesTopicsAsTheGuidelinesDo() {
    assertThat(Json.mapper().writeValueAsString(List.of(Topic.PROGRAMME_DELIVERY, Topic.AI)))
        .isEqualTo("[\"programme-delivery\",\"ai\"]");
  }

  @Test
  void tellsCrawlStatesApart() {
    CrawlState state =
        new CrawlState.OfUrl(
            "https://a.example/x",
            "a.example",
            "wire",
            "article",
            Optional.empty(),
            Optional.of("\"e\""),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            java.time.Instant.EPOCH,
            java.time.Instant.EPOCH,
            0);
    String json = Json.mapper().writerFor(CrawlState.class).writeValueAsString(state);
    assertThat(json).startsWith("{\"type\":\"url\",");
    assertThat(Json.mapper().readValue(json, CrawlState.class)).isEqualTo(state);
  }
}
