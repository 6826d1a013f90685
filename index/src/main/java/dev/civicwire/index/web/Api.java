package dev.civicwire.index.web;

import dev.civicwire.contract.Json;
import dev.civicwire.contract.StageException;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.index.search.ArticleSearch;
import dev.civicwire.index.search.SearchPage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The JSON API. Errors are RFC 9457 problem documents.
final class Api {
  private static final String JSON = "application/json; charset=utf-8";
  private static final String PROBLEM = "application/problem+json; charset=utf-8";

  private final ArticleSearch search;
  private final Metrics metrics;
  private final Optional<CoverageReport> coverage;

  Api(ArticleSearch search, Metrics metrics, Optional<CoverageReport> coverage) {
    this.search = search;
    this.metrics = metrics;
    this.coverage = coverage;
  }

  void on(RoutesConfig routes) {
    routes.get("/api/search", this::search);
    routes.get("/api/articles/{id}", this::article);
    routes.get("/api/coverage", this::coverage);
    routes.get("/api/openapi.json", Api::openApi);
    routes.get("/health", this::health);
  }

  private record Problem(String title, int status, String detail) {}

  private record Health(String status, long articles) {}

  private void search(Context ctx) {
    Parameters.Read read = Parameters.read(ctx.queryParamMap());
    SearchPage page = metrics.timed(() -> search.search(read.query()));
    List<String> notes = new ArrayList<>(read.notes());
    notes.addAll(page.notes());
    SearchPage noted =
        new SearchPage(
            page.hits(),
            page.total(),
            page.page(),
            page.pages(),
            page.size(),
            page.facets(),
            page.readAs(),
            notes,
            page.suggestions(),
            page.millis());
    json(ctx, noted);
  }

  private void article(Context ctx) {
    Optional<TaggedArticle> article = search.article(ctx.pathParam("id"));
    if (article.isPresent()) {
      json(ctx, article.get());
    } else {
      problem(ctx, 404, "No such article", "There is no article with this id in the index.");
    }
  }

  private void coverage(Context ctx) {
    if (coverage.isPresent()) {
      json(ctx, coverage.get().read());
    } else {
      problem(
          ctx,
          404,
          "No coverage here",
          "This process serves the index alone: ask the one of 'up', or 'civicwire status'.");
    }
  }

  private void health(Context ctx) {
    json(ctx, new Health("up", search.count()));
  }

  private static void openApi(Context ctx) throws IOException {
    try (InputStream in = Api.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("the program's own openapi.json is missing");
      }
      ctx.contentType(JSON).result(in.readAllBytes());
    }
  }

  private static void json(Context ctx, Object value) {
    ctx.contentType(JSON).result(Json.mapper().writeValueAsBytes(value));
  }

  static boolean isAsked(Context ctx) {
    return ctx.path().startsWith("/api/") || ctx.path().equals("/health");
  }

  static void problem(Context ctx, int status, String title, String detail) {
    ctx.status(status)
        .contentType(PROBLEM)
        .result(Json.mapper().writeValueAsBytes(new Problem(title, status, detail)));
  }

  static void unavailable(Context ctx, StageException e) {
    problem(ctx, 503, "The search engine does not answer", String.valueOf(e.getMessage()));
  }
}
