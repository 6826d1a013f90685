package dev.civicwire.index.web;

import dev.civicwire.contract.StageException;
import dev.civicwire.index.search.ArticleSearch;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/// The search page and the JSON API over HTTP. Serves until it is closed.
public final class WebServer implements AutoCloseable {
  private static final String LONG_LIVED = "public, max-age=86400";

  private final WebConfig config;
  private final Javalin javalin;

  private WebServer(WebConfig config, Javalin javalin) {
    this.config = config;
    this.javalin = javalin;
  }

  /// Starts serving.
  ///
  /// @param search where articles are looked for
  /// @param clock of "closes today"
  /// @throws StageException where the port is taken or the address is not this machine's
  public static WebServer start(WebConfig config, ArticleSearch search, Clock clock) {
    return start(config, search, clock, Optional.empty(), registry -> {});
  }

  /// Starts serving.
  ///
  /// @param coverage what came of the sources, where this process knows
  /// @param meters registers what else this process does, for `/metrics`
  /// @throws StageException where the port is taken or the address is not this machine's
  public static WebServer start(
      WebConfig config,
      ArticleSearch search,
      Clock clock,
      Optional<CoverageReport> coverage,
      Consumer<MeterRegistry> meters) {
    Metrics metrics = new Metrics(meters);
    Javalin javalin =
        Javalin.create(
            c -> {
              configure(c, config, search, clock, metrics);
              new Api(search, metrics, coverage).on(c.routes);
            });
    try {
      javalin.start();
    } catch (JavalinBindException e) {
      throw new StageException(
          "the search page cannot listen on %s port %d: %s. Choose another port (web.port, 0 = any free one)"
              .formatted(config.host(), config.port(), reason(e)),
          e);
    }
    return new WebServer(config, javalin);
  }

  private static void configure(
      JavalinConfig c, WebConfig config, ArticleSearch search, Clock clock, Metrics metrics) {
    c.startup.showJavalinBanner = false;
    c.startup.showOldJavalinVersionWarning = false;
    c.jetty.host = config.host();
    c.jetty.port = config.port();
    c.http.generateEtags = true;
    c.staticFiles.add(
        files -> {
          files.hostedPath = "/assets";
          files.directory = "/dev/civicwire/index/web/assets";
          files.location = Location.CLASSPATH;
          files.headers.put("Cache-Control", LONG_LIVED);
        });
    c.staticFiles.enableWebjars();
    SecurityHeaders.on(c.routes);
    metrics.on(c.routes);
    new Pages(search, clock, metrics).on(c.routes);
  }

  private static String reason(JavalinBindException e) {
    Throwable cause = e.getCause();
    String message = cause == null ? null : cause.getMessage();
    return message == null ? String.valueOf(e.getMessage()).strip() : message;
  }

  /// The port that is listened on.
  public int port() {
    return javalin.port();
  }

  /// Address of the search page.
  public URI url() {
    String host = config.host().equals("0.0.0.0") ? "127.0.0.1" : config.host();
    return URI.create("http://" + host + ":" + port() + "/");
  }

  /// Stops serving.
  @Override
  public void close() {
    javalin.stop();
  }
}
