package dev.civicwire.index.elastic;

import dev.civicwire.contract.StageException;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.index.query.ParsedQuery;
import dev.civicwire.index.query.QueryParser;
import dev.civicwire.index.search.ArticleSearch;
import dev.civicwire.index.search.SearchPage;
import dev.civicwire.index.search.SearchQuery;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Searches the index behind the alias, one request a search. Safe for threads.
public final class ElasticArticleSearch implements ArticleSearch {
  /// The day that decides what closes today is the publishers'.
  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  /// An id is hexadecimal; this much is let through to be looked up.
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");

  private final ElasticConnection connection;
  private final String alias;
  private final Clock clock;

  /// @param catalog whose alias is searched
  /// @param clock of "today"
  public ElasticArticleSearch(ElasticConnection connection, IndexCatalog catalog, Clock clock) {
    this.connection = connection;
    this.alias = catalog.alias();
    this.clock = clock;
  }

  @Override
  public SearchPage search(SearchQuery query) {
    LocalDate today = LocalDate.now(clock.withZone(ZONE));
    ParsedQuery parsed = QueryParser.parse(query.text(), today);
    JsonNode body = new SearchBody(query, parsed, today).json();
    Answer answer = send("POST", "/" + alias + "/_search", body);
    if (answer.status() == 400) {
      return refused(query, parsed, answer.reason());
    }
    return new SearchAnswer(query, parsed, found(answer)).page();
  }

  /// What the engine finds too much, such as too many words at once, is a note and no error.
  private SearchPage refused(SearchQuery query, ParsedQuery parsed, String reason) {
    SearchPage empty = new SearchAnswer(query, parsed, MissingNode.getInstance()).page();
    return new SearchPage(
        empty.hits(),
        0,
        query.page(),
        0,
        query.size(),
        empty.facets(),
        parsed.readAs(),
        java.util.List.of("This search is too much for the search engine: " + reason),
        java.util.List.of(),
        0);
  }

  @Override
  public Optional<TaggedArticle> article(String id) {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    Answer answer =
        send(
            "POST",
            "/" + alias + "/_search",
            ElasticJson.object(
                "size",
                1,
                "_source",
                ElasticJson.array("body", "tagged"),
                "query",
                ElasticJson.object("term", ElasticJson.object("id", id))));
    return StoredArticle.read(found(answer).path("hits").path("hits").path(0).path("_source"));
  }

  @Override
  public long count() {
    JsonNode live =
        ElasticJson.object(
            "bool",
            ElasticJson.object(
                "must_not",
                ElasticJson.array(
                    ElasticJson.object("term", ElasticJson.object("deleted", true)))));
    Answer answer = send("POST", "/" + alias + "/_count", ElasticJson.object("query", live));
    return found(answer).path("count").asLong(0);
  }

  private Answer send(String method, String path, JsonNode body) {
    try {
      return connection.send(method, path, Map.of(), ElasticJson.MAPPER.writeValueAsBytes(body));
    } catch (IOException e) {
      throw new StageException(
          "Elasticsearch at " + connection.address() + " does not answer: " + e.getMessage(), e);
    }
  }

  private JsonNode found(Answer answer) {
    if (!answer.ok()) {
      throw new StageException(
          "Elasticsearch at " + connection.address() + " cannot search: " + answer.reason());
    }
    return answer.body();
  }
}
