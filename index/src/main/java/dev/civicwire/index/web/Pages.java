package dev.civicwire.index.web;

import dev.civicwire.contract.StageException;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.index.search.ArticleSearch;
import dev.civicwire.index.search.SearchPage;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The pages, rendered on the server; they work without JavaScript.
final class Pages {
  private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "dev.civicwire.index.web");
  private final ArticleSearch search;
  private final Clock clock;
  private final Metrics metrics;

  Pages(ArticleSearch search, Clock clock, Metrics metrics) {
    this.search = search;
    this.clock = clock;
    this.metrics = metrics;
  }

  void on(RoutesConfig routes) {
    routes.get("/", this::search);
    routes.get("/articles/{id}", this::article);
    routes.exception(StageException.class, this::unavailable);
    routes.exception(RuntimeException.class, this::broken);
    routes.error(404, this::missing);
  }

  private void search(Context ctx) {
    Parameters.Read read = Parameters.read(ctx.queryParamMap());
    SearchPage page = metrics.timed(() -> search.search(read.query()));
    ctx.header("HX-Push-Url", Links.page(read.query()));
    ctx.header("Cache-Control", "no-cache");
    render(ctx, "search.jte", new SearchView(read, page, today()));
  }

  private void article(Context ctx) {
    Optional<TaggedArticle> article = search.article(ctx.pathParam("id"));
    if (article.isPresent()) {
      ctx.header("Cache-Control", "no-cache");
      render(ctx, "article.jte", new ArticleView(article.get(), today()));
    } else {
      ctx.status(404);
    }
  }

  private void missing(Context ctx) {
    if (!Api.isAsked(ctx)) {
      message(ctx, new MessageView("Nothing here", "This page or article is not in Civicwire."));
    } else if (!String.valueOf(ctx.res().getContentType()).contains("json")) {
      Api.problem(ctx, 404, "Nothing here", "There is no such address.");
    }
  }

  private void unavailable(StageException e, Context ctx) {
    LOG.warn("{}", e.getMessage());
    if (Api.isAsked(ctx)) {
      Api.unavailable(ctx, e);
      return;
    }
    ctx.status(503).header("Retry-After", "5");
    message(
        ctx,
        new MessageView(
            "The search engine does not answer",
            "It may be starting. Try again in a few seconds; nothing is lost."));
  }

  private void broken(RuntimeException e, Context ctx) {
    LOG.error("{} {}", ctx.method(), ctx.path(), e);
    ctx.status(500);
    if (Api.isAsked(ctx)) {
      Api.problem(ctx, 500, "An error in Civicwire", "The server's log has the details.");
    } else {
      message(ctx, new MessageView("An error in Civicwire", "The server's log has the details."));
    }
  }

  private void message(Context ctx, MessageView view) {
    render(ctx, "message.jte", view);
  }

  private void render(Context ctx, String template, Object view) {
    StringOutput out = new StringOutput();
    templates.render(template, view, out);
    ctx.html(out.toString());
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZONE));
  }
}
