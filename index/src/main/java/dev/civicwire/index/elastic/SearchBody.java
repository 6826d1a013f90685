package dev.civicwire.index.elastic;

import static dev.civicwire.index.elastic.ElasticJson.array;
import static dev.civicwire.index.elastic.ElasticJson.object;

import dev.civicwire.index.query.AmountField;
import dev.civicwire.index.query.Clause;
import dev.civicwire.index.query.DateField;
import dev.civicwire.index.query.ParsedQuery;
import dev.civicwire.index.search.FacetField;
import dev.civicwire.index.search.SearchQuery;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The body of a `_search` request: query, facets, order, highlighting, spelling.
final class SearchBody {
  private static final int FACET_SIZE = 12;
  private static final int MONTHS = 24;
  private static final int FRAGMENT = 180;

  /// `index.highlight.max_analyzed_offset`: beyond it a request would fail instead of the rest of
  /// the text being passed over.
  private static final int MAX_ANALYZED = 999_999;

  private final SearchQuery query;
  private final ParsedQuery parsed;
  private final LocalDate today;
  private final ClauseQueries clauses;

  SearchBody(SearchQuery query, ParsedQuery parsed, LocalDate today) {
    this.query = query;
    this.parsed = parsed;
    this.today = today;
    this.clauses = new ClauseQueries(query.currency(), today);
  }

  ObjectNode json() {
    ObjectNode body =
        object(
            "from",
            query.offset(),
            "size",
            query.size(),
            "timeout",
            "10s",
            "track_total_hits",
            true,
            "_source",
            array("id", "url", "title", "standfirst", "summary"),
            "query",
            matching(),
            "post_filter",
            chosen(List.of(FacetField.values())),
            "sort",
            order(),
            "highlight",
            highlight(),
            "aggs",
            facets());
    // Only plain words: names of fields and starts of words are not misspelt.
    if (parsed
        .clause()
        .filter(c -> c instanceof Clause.Words || c instanceof Clause.Phrase)
        .isPresent()) {
      body.set("suggest", spelling());
    }
    return body;
  }

  /// Text and ranges; facets stand apart so that each can be counted without its own choice.
  private ObjectNode matching() {
    ArrayNode filter = array();
    if (!query.pay().isAny()) {
      filter.add(clauses.amount(AmountField.PAY, query.pay()));
    }
    if (!query.deadline().isAny()) {
      filter.add(clauses.day(DateField.DEADLINE, query.deadline()));
    }
    if (!query.published().isAny()) {
      filter.add(clauses.day(DateField.PUBLISHED, query.published()));
    }
    if (query.openOnly()) {
      filter.add(clauses.open());
    }
    ObjectNode bool =
        object("filter", filter, "must_not", array(object("term", object("deleted", true))));
    parsed.clause().map(clauses::query).ifPresent(q -> bool.set("must", array(q)));
    return object("bool", bool);
  }

  private ObjectNode chosen(List<FacetField> facets) {
    ArrayNode filter = array();
    for (FacetField facet : facets) {
      List<String> values = query.chosen(facet);
      if (!values.isEmpty()) {
        filter.add(object("terms", object(facet.parameter(), array(values))));
      }
    }
    return object("bool", object("filter", filter));
  }

  private ObjectNode facets() {
    ObjectNode all = object();
    for (FacetField facet : FacetField.values()) {
      List<FacetField> others =
          Arrays.stream(FacetField.values()).filter(other -> other != facet).toList();
      ObjectNode counts = object("top", object("terms", terms(facet)));
      List<String> values = query.chosen(facet);
      if (!values.isEmpty()) {
        ObjectNode only =
            object("field", facet.parameter(), "include", array(values), "size", values.size());
        counts.set("chosen", object("terms", only));
      }
      all.set(facet.parameter(), object("filter", chosen(others), "aggs", counts));
    }
    return all;
  }

  private static ObjectNode terms(FacetField facet) {
    boolean month = facet == FacetField.MONTH;
    ObjectNode terms = object("field", facet.parameter(), "size", month ? MONTHS : FACET_SIZE);
    if (month) {
      terms.set("order", object("_key", "desc"));
    }
    return terms;
  }

  private ArrayNode order() {
    ObjectNode newest = object("published", object("order", "desc", "missing", "_last"));
    ObjectNode score = object("_score", object("order", "desc"));
    ObjectNode id = object("id", "asc");
    return switch (query.sort()) {
      case RELEVANCE -> matchesText() ? array(score, newest, id) : array(newest, id);
      case NEWEST -> array(newest, score, id);
      case DEADLINE -> array(nextDeadline(), newest, id);
      case PAY -> array(highestPay(), newest, id);
    };
  }

  private boolean matchesText() {
    return parsed.clause().filter(c -> !(c instanceof Clause.Not)).isPresent();
  }

  private ObjectNode nextDeadline() {
    ObjectNode coming = object("range", object("deadlines.date", object("gte", today.toString())));
    return object(
        "deadlines.date",
        object(
            "order",
            "asc",
            "mode",
            "min",
            "missing",
            "_last",
            "nested",
            object("path", "deadlines", "filter", coming)));
  }

  private ObjectNode highestPay() {
    ObjectNode currency = object("term", object("salaries.currency", query.currency()));
    return object(
        "salaries.max",
        object(
            "order",
            "desc",
            "mode",
            "max",
            "missing",
            "_last",
            "nested",
            object("path", "salaries", "filter", currency)));
  }

  private static ObjectNode highlight() {
    ObjectNode whole = object("number_of_fragments", 0);
    ObjectNode passages =
        object(
            "number_of_fragments",
            2,
            "fragment_size",
            FRAGMENT,
            "no_match_size",
            FRAGMENT,
            "boundary_scanner",
            "sentence",
            "boundary_scanner_locale",
            "en-GB");
    return object(
        "type",
        "unified",
        "encoder",
        "html",
        "pre_tags",
        array("<mark>"),
        "post_tags",
        array("</mark>"),
        "max_analyzed_offset",
        MAX_ANALYZED,
        "fields",
        object("title", whole, "body", passages));
  }

  private ObjectNode spelling() {
    ObjectNode term =
        object("field", "spelling", "suggest_mode", "missing", "size", 1, "min_word_length", 4);
    return object("text", query.text(), "words", object("term", term));
  }
}
