package dev.civicwire.app.command;

import dev.civicwire.app.config.Setting;
import dev.civicwire.app.config.Settings;
import dev.civicwire.app.pipeline.Pipeline;
import dev.civicwire.index.search.ArticleSearch;
import dev.civicwire.index.web.CoverageReport;
import dev.civicwire.index.web.WebConfig;
import dev.civicwire.index.web.WebServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/// The search page as the commands serve it.
final class SearchPages implements AutoCloseable {
  private final WebServer server;

  private SearchPages(WebServer server) {
    this.server = server;
  }

  /// Serves the page.
  ///
  /// @param anyPort true where nobody needs to find it at its usual port
  static SearchPages serve(Settings settings, ArticleSearch search, boolean anyPort) {
    return serve(settings, search, anyPort, Optional.empty(), registry -> {});
  }

  /// Serves the page over a whole pipeline, with what came of its sources and its stages' figures.
  ///
  /// @param meters registers further figures
  static SearchPages serve(
      Settings settings, Pipeline pipeline, boolean anyPort, Consumer<MeterRegistry> meters) {
    return serve(
        settings,
        pipeline.search(),
        anyPort,
        Optional.of(new StoredCoverage(pipeline.kafka())),
        pipeline.meters().andThen(meters));
  }

  private static SearchPages serve(
      Settings settings,
      ArticleSearch search,
      boolean anyPort,
      Optional<CoverageReport> coverage,
      Consumer<MeterRegistry> meters) {
    int port = anyPort ? 0 : settings.number(Setting.WEB_PORT);
    WebConfig config = new WebConfig(settings.text(Setting.WEB_HOST), port);
    return new SearchPages(WebServer.start(config, search, Clock.systemUTC(), coverage, meters));
  }

  /// Its address.
  String url() {
    return server.url().toString();
  }

  @Override
  public void close() {
    server.close();
  }
}
