package dev.civicwire.index.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Json;
import dev.civicwire.index.fixture.FilledIndex;
import dev.civicwire.index.fixture.SearchNode;
import dev.civicwire.index.query.QueryParser;
import dev.civicwire.index.search.FacetField;
import dev.civicwire.index.search.Range;
import dev.civicwire.index.search.SearchQuery;
import dev.civicwire.index.search.Sort;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// The embedded node is a part of a stock node: what we use of Elasticsearch is listed in
/// `vocabulary.json`, the list is complete, and all of it works on the node under test, which is a
/// stock cluster where `ELASTICSEARCH_URL` names one.
@ExtendWith(SearchNode.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VocabularyTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final List<SearchQuery> EVERYTHING =
      List.of(
          SearchQuery.of("cloud hosting")
              .with(FacetField.TOPIC, "data")
              .with(FacetField.MONTH, "2026-11"),
          SearchQuery.of(
                  "\"head of data\" OR -(securit* org:DWP) topic:ai salary:>60k budget:1m.."
                      + " deadline:<14d published:2026 is:open")
              .withPay(Range.from(1L))
              .withDeadline(Range.from(TODAY))
              .withPublished(Range.upTo(TODAY))
              .withOpenOnly(true));

  private final FilledIndex index;
  private final JsonNode listed;

  VocabularyTest(SearchNode.Access node) throws IOException {
    index = FilledIndex.in(node);
    try (InputStream in = VocabularyTest.class.getResourceAsStream("vocabulary.json")) {
      listed = Json.mapper().readTree(Objects.requireNonNull(in));
    }
  }

  @AfterAll
  void close() {
    index.close();
  }

  @Test
  void listsWhatTheMappingUses() {
    JsonNode body = ArticleMapping.standard().indexBody();
    JsonNode analysis = body.path("settings").path("analysis");
    Set<String> filters = new TreeSet<>();
    Set<String> tokenizers = new TreeSet<>();
    JsonNode own = analysis.path("filter");
    own.forEach(f -> filters.add(f.path("type").asString()));
    for (String kind : List.of("analyzer", "normalizer")) {
      for (JsonNode analyzer : analysis.path(kind)) {
        assertThat(analyzer.path("type").asString()).isEqualTo("custom");
        analyzer.path("tokenizer").asStringOpt().ifPresent(tokenizers::add);
        analyzer
            .path("filter")
            .valueStream()
            .map(JsonNode::asString)
            .filter(f -> !own.has(f))
            .forEach(filters::add);
      }
    }
    Set<String> types = new TreeSet<>();
    types(body.path("mappings").path("properties"), types);
    assertThat(filters).isEqualTo(list("token_filters"));
    assertThat(tokenizers).isEqualTo(list("tokenizers"));
    assertThat(types).isEqualTo(list("field_types"));
  }

  @Test
  void listsWhatSearchesUse() {
    Set<String> queries = new TreeSet<>();
    Set<String> aggregations = new TreeSet<>();
    Set<String> suggesters = new TreeSet<>();
    for (SearchQuery query : EVERYTHING) {
      JsonNode body = body(query);
      queries(body.path("query"), queries);
      queries(body.path("post_filter"), queries);
      aggregations(body.path("aggs"), aggregations, queries);
      body.path("suggest").path("words").propertyNames().forEach(suggesters::add);
    }
    assertThat(queries).isEqualTo(list("queries"));
    assertThat(aggregations).isEqualTo(list("aggregations"));
    assertThat(suggesters).isEqualTo(list("suggesters"));
  }

  @Test
  void worksOnTheNode() throws IOException {
    for (SearchQuery query : EVERYTHING) {
      for (Sort sort : Sort.values()) {
        Answer answer =
            index
                .connection()
                .send(
                    "POST", "/" + index.catalog().alias() + "/_search", body(query.withSort(sort)));
        assertThat(answer.status()).as(answer.reason()).isEqualTo(200);
      }
    }
  }

  @Test
  void analysesAsAStockNodeDoes() throws IOException {
    for (JsonNode sample : listed.path("analysis")) {
      JsonNode request =
          ElasticJson.object("analyzer", sample.path("analyzer"), "text", sample.path("text"));
      Answer answer =
          index
              .connection()
              .send(
                  "POST",
                  "/" + index.catalog().current().orElseThrow() + "/_analyze",
                  Map.of(),
                  ElasticJson.MAPPER.writeValueAsBytes(request));
      assertThat(answer.body().path("tokens").valueStream().map(t -> t.path("token").asString()))
          .as(sample.path("text").asString())
          .containsExactlyInAnyOrderElementsOf(
              sample.path("tokens").valueStream().map(JsonNode::asString).toList());
    }
  }

  @Test
  void refusesAFieldThatTheMappingDoesNotKnow() throws IOException {
    Answer answer =
        index
            .connection()
            .send(
                "PUT",
                "/" + index.catalog().current().orElseThrow() + "/_doc/unknown",
                ElasticJson.object("id", "unknown", "colour", "red"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.reason()).contains("colour");
  }

  private static JsonNode body(SearchQuery query) {
    return new SearchBody(query, QueryParser.parse(query.text(), TODAY), TODAY).json();
  }

  private Collection<String> list(String name) {
    Set<String> names = new TreeSet<>();
    listed.path(name).forEach(n -> names.add(n.asString()));
    return names;
  }

  private static void types(JsonNode properties, Set<String> types) {
    for (JsonNode field : properties) {
      types.add(field.path("type").asString());
      types(field.path("properties"), types);
      types(field.path("fields"), types);
    }
  }

  private static void queries(JsonNode query, Set<String> names) {
    for (Map.Entry<String, JsonNode> entry : query.properties()) {
      names.add(entry.getKey());
      if (entry.getKey().equals("bool")) {
        for (JsonNode occurrence : entry.getValue()) {
          occurrence.forEach(q -> queries(q, names));
        }
      } else if (entry.getKey().equals("nested")) {
        queries(entry.getValue().path("query"), names);
      }
    }
  }

  private static void aggregations(JsonNode aggs, Set<String> names, Set<String> queries) {
    for (JsonNode agg : aggs) {
      for (Map.Entry<String, JsonNode> entry : agg.properties()) {
        if (entry.getKey().equals("aggs")) {
          aggregations(entry.getValue(), names, queries);
        } else {
          names.add(entry.getKey());
          if (entry.getKey().equals("filter")) {
            queries(entry.getValue(), queries);
          }
        }
      }
    }
  }
}
