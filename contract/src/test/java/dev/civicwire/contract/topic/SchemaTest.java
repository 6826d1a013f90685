package dev.civicwire.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.Json;
import dev.civicwire.contract.Payload;
import dev.civicwire.contract.Rejection;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.contract.Value;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SchemaTest {
  @Test
  void describesTheRecordsExactly() {
    assertThat(RecordShape.differences(Article.class, SchemaFiles.published("article"))).isEmpty();
    assertThat(
            RecordShape.differences(TaggedArticle.class, SchemaFiles.published("tagged-article")))
        .isEmpty();
    JsonNode states = SchemaFiles.published("crawl-state");
    for (Class<?> state : CrawlState.class.getPermittedSubclasses()) {
      JsonNode schema = states.path("$defs").path(state.getSimpleName());
      assertThat(RecordShape.differences(state, schema, states, Set.of("type"))).isEmpty();
    }
  }

  @Test
  void noticesAFieldThatOnlyOneSideHas() {
    ObjectNode schema = (ObjectNode) SchemaFiles.published("article");
    ((ObjectNode) schema.path("properties")).remove("title");
    ((ObjectNode) schema.path("properties")).putObject("subtitle").put("type", "string");
    assertThat(RecordShape.differences(Article.class, schema))
        .anySatisfy(line -> assertThat(line).startsWith("Article properties"))
        .hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @CsvSource({
    "article, article-full",
    "article, article-sparse",
    "tagged-article, tagged-article-full",
    "tagged-article, tagged-article-sparse",
    "crawl-state, crawl-state-url",
    "crawl-state, crawl-state-source",
    "rejected-headers, rejected-headers-full"
  })
  void goldenRecordsFit(String schema, String golden) {
    assertThat(SchemaFiles.violations(schema, golden(golden))).isEmpty();
  }

  @Test
  void refusesWhatDoesNotFit() {
    ObjectNode article = (ObjectNode) golden("article-full");
    article.put("published", "next week").put("fetched_at", "noon").remove("text");
    assertThat(SchemaFiles.violations("article", article)).hasSize(3);
    ObjectNode tagged = (ObjectNode) golden("tagged-article-full");
    tagged.set("article", article);
    assertThat(SchemaFiles.violations("tagged-article", tagged)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"article-full", "article-sparse"})
  void articlesStayReadable(String golden) {
    assertThat(reread(Codec.ARTICLE, golden)).isEqualTo(golden(golden));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tagged-article-full", "tagged-article-sparse"})
  void taggedArticlesStayReadable(String golden) {
    assertThat(reread(Codec.TAGGED_ARTICLE, golden)).isEqualTo(golden(golden));
  }

  @Test
  void everyGoldenValueStandsInItsText() {
    TaggedArticle tagged =
        Json.mapper().treeToValue(golden("tagged-article-full"), TaggedArticle.class);
    String text = tagged.article().text();
    assertThat(tagged.values().map(Value::evidence))
        .hasSize(11)
        .allMatch(evidence -> evidence.mention().standsIn(text));
  }

  @ParameterizedTest
  @CsvSource({
    "crawl-state-url, url https://news.example/fenbridge/chief-digital-officer",
    "crawl-state-source, source example-news"
  })
  void crawlStatesStayReadable(String golden, String key) {
    assertThat(reread(Codec.CRAWL_STATE, golden, key)).isEqualTo(golden(golden));
  }

  @ParameterizedTest
  @ValueSource(strings = {"article", "tagged-article", "crawl-state", "rejected-headers"})
  void onlyGrowsWithinAMajorVersion(String schema) {
    assertThat(SchemaGrowth.breaks(SchemaFiles.released(schema), SchemaFiles.published(schema)))
        .isEmpty();
  }

  @Test
  void noticesAnIncompatibleChange() {
    JsonNode released = SchemaFiles.released("article");
    ObjectNode changed = (ObjectNode) released.deepCopy();
    ((ObjectNode) changed.path("properties")).remove("title");
    ((ObjectNode) changed.at("/properties/text")).put("type", "array");
    assertThat(SchemaGrowth.breaks(released, changed)).hasSize(2);
    ObjectNode grown = (ObjectNode) released.deepCopy();
    ((ObjectNode) grown.path("properties")).putObject("region").put("type", "string");
    assertThat(SchemaGrowth.breaks(released, grown)).isEmpty();
  }

  @Test
  void rejectionHeadersFit() {
    Rejection rejection =
        new Rejection(
            "index",
            "too-large",
            "two\nlines",
            "k",
            Optional.of("civicwire.tagged-articles.v1"),
            2,
            17,
            Optional.of("https://a.example/"),
            Instant.EPOCH,
            Payload.of("{}"));
    Headers headers = RejectionHeaders.of(rejection, new RecordHeaders());
    ObjectNode json = Json.mapper().createObjectNode();
    headers.forEach(header -> json.put(header.key(), Codec.text(header.value())));
    assertThat(SchemaFiles.violations("rejected-headers", json)).isEmpty();
    assertThat(json.propertyNames())
        .containsExactlyInAnyOrderElementsOf(
            SchemaFiles.published("rejected-headers").path("properties").propertyNames());
  }

  private static JsonNode golden(String name) {
    return SchemaFiles.resource("/golden/" + name + ".json");
  }

  private static JsonNode reread(Codec<?> codec, String golden) {
    return reread(codec, golden, golden(golden).path("id").asString());
  }

  private static <T> JsonNode reread(Codec<T> codec, String golden, String key) {
    byte[] bytes = golden(golden).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Decoded<T> decoded = codec.decode(key.getBytes(java.nio.charset.StandardCharsets.UTF_8), bytes);
    assertThat(decoded).isInstanceOf(Decoded.Good.class);
    return decoded instanceof Decoded.Good<T>(T value)
        ? Json.mapper().readTree(codec.encode(value))
        : Json.mapper().createObjectNode();
  }
}
