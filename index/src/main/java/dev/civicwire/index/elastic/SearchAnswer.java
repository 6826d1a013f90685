package dev.civicwire.index.elastic;

import dev.civicwire.index.query.ParsedQuery;
import dev.civicwire.index.search.Facet;
import dev.civicwire.index.search.FacetField;
import dev.civicwire.index.search.Hit;
import dev.civicwire.index.search.SearchPage;
import dev.civicwire.index.search.SearchQuery;
import dev.civicwire.index.search.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Reads the answer to a `_search` request.
final class SearchAnswer {
  private final SearchQuery query;
  private final ParsedQuery parsed;
  private final JsonNode answer;

  SearchAnswer(SearchQuery query, ParsedQuery parsed, JsonNode answer) {
    this.query = query;
    this.parsed = parsed;
    this.answer = answer;
  }

  SearchPage page() {
    long total = answer.path("hits").path("total").path("value").asLong(0);
    long reachable = Math.min(total, SearchQuery.MAX_DEPTH);
    int pages = Math.toIntExact((reachable + query.size() - 1) / query.size());
    List<String> notes = new ArrayList<>(parsed.notes());
    if (total > reachable) {
      notes.add(
          "Only the first " + reachable + " articles can be paged through: narrow the search.");
    }
    if (answer.path("timed_out").asBoolean(false)) {
      notes.add("The search took too long: counts may be too low.");
    }
    return new SearchPage(
        answer.path("hits").path("hits").valueStream().map(SearchAnswer::hit).toList(),
        total,
        query.page(),
        pages,
        query.size(),
        Arrays.stream(FacetField.values()).map(this::facet).toList(),
        parsed.readAs(),
        notes,
        suggestions(),
        answer.path("took").asLong(0));
  }

  private static Hit hit(JsonNode hit) {
    JsonNode source = hit.path("_source");
    JsonNode highlight = hit.path("highlight");
    String title = source.path("title").asString("");
    String marked = highlight.path("title").path(0).asString("");
    return new Hit(
        source.path("id").asString(""),
        source.path("url").asString(""),
        title,
        marked.isEmpty() ? Html.escape(title) : marked,
        highlight.path("body").valueStream().map(n -> n.asString("").strip()).toList(),
        ElasticJson.MAPPER.treeToValue(source.path("summary"), Summary.class));
  }

  private Facet facet(FacetField field) {
    JsonNode counts = answer.path("aggregations").path(field.parameter());
    List<String> chosen = query.chosen(field);
    List<Facet.Count> values = new ArrayList<>(counts(counts.path("top"), chosen));
    List<Facet.Count> others = new ArrayList<>(counts(counts.path("chosen"), chosen));
    chosen.forEach(value -> others.add(new Facet.Count(value, 0, true)));
    for (Facet.Count other : others) {
      if (values.stream().noneMatch(v -> v.value().equals(other.value()))) {
        values.add(other);
      }
    }
    return new Facet(field, values);
  }

  private static List<Facet.Count> counts(JsonNode terms, List<String> chosen) {
    return terms
        .path("buckets")
        .valueStream()
        .map(
            bucket -> {
              String value = bucket.path("key").asString("");
              return new Facet.Count(
                  value, bucket.path("doc_count").asLong(0), chosen.contains(value));
            })
        .toList();
  }

  /// The whole text with each word that no article has replaced by the nearest that one has.
  private List<String> suggestions() {
    StringBuilder text = new StringBuilder(query.text());
    boolean changed = false;
    List<JsonNode> words = answer.path("suggest").path("words").valueStream().toList();
    for (JsonNode word : words.reversed()) {
      String nearest = word.path("options").path(0).path("text").asString("");
      int start = word.path("offset").asInt(0);
      int end = start + word.path("length").asInt(0);
      if (!nearest.isEmpty() && end <= text.length()) {
        text.replace(start, end, nearest);
        changed = true;
      }
    }
    return changed ? List.of(text.toString()) : List.of();
  }
}
