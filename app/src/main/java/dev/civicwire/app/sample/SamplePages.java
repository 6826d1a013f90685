package dev.civicwire.app.sample;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.Json;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.extract.Extraction;
import dev.civicwire.ingest.extract.PageExtractor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The articles of the sample site, extracted without a server: raw material of the benchmarks.
public final class SamplePages {
  private static final String BASE = "http://sample.example";

  private final List<Article> articles;
  private final Map<String, List<String>> people;

  private SamplePages(List<Article> articles, Map<String, List<String>> people) {
    this.articles = List.copyOf(articles);
    this.people = Map.copyOf(people);
  }

  /// Extracts all articles that `expected.json` lists.
  public static SamplePages load() {
    Map<String, String> files = new HashMap<>();
    for (SampleSite.Route route : SampleSite.routes()) {
      route.file().ifPresent(file -> files.putIfAbsent(route.path(), file));
    }
    List<Article> articles = new ArrayList<>();
    Map<String, List<String>> people = new HashMap<>();
    PageExtractor extractor = new PageExtractor();
    for (JsonNode expected :
        Json.mapper().readTree(SampleSite.resource("expected.json")).path("articles")) {
      String path = expected.path("path").asString();
      String html =
          SampleSite.resource(files.getOrDefault(path, path)).replace(SampleSite.PLACEHOLDER, BASE);
      FetchedPage page =
          FetchedPage.ofBytes(
              BASE + path,
              html.getBytes(StandardCharsets.UTF_8),
              Instant.parse("2026-11-20T09:00:00Z"));
      if (extractor.extract(page, "sample") instanceof Extraction.Found(Article article)) {
        articles.add(article);
        people.put(article.id(), names(expected.path("people")));
      }
    }
    return new SamplePages(articles, people);
  }

  private static List<String> names(JsonNode people) {
    return people.valueStream().map(person -> person.path("name").asString()).toList();
  }

  /// The articles, in the order of `expected.json`.
  public List<Article> articles() {
    return articles;
  }

  /// The people whom `article` names.
  public List<String> peopleOf(Article article) {
    return people.getOrDefault(article.id(), List.of());
  }
}
