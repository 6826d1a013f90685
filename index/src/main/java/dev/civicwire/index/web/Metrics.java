package dev.civicwire.index.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Figures for Prometheus.
final class Metrics {
  private static final String STARTED = "civicwire.started";
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /// @param others registers what else the process does
  Metrics(Consumer<MeterRegistry> others) {
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    others.accept(registry);
  }

  void on(RoutesConfig routes) {
    routes.before(ctx -> ctx.attribute(STARTED, System.nanoTime()));
    routes.after(this::count);
    routes.get("/metrics", ctx -> ctx.contentType(TEXT).result(registry.scrape()));
  }

  private void count(Context ctx) {
    Long started = ctx.attribute(STARTED);
    if (started == null) {
      return;
    }
    Timer.builder("civicwire.http.requests")
        .description("Answered requests")
        .tag("kind", kind(ctx.path()))
        .tag("status", Integer.toString(ctx.statusCode()))
        .register(registry)
        .record(Duration.ofNanos(System.nanoTime() - started));
  }

  /// A handful of kinds: a tag of whole paths would grow without end.
  private static String kind(String path) {
    if (path.equals("/")) {
      return "page-search";
    }
    for (String start : new String[] {"/articles/", "/api/search", "/api/articles/", "/assets/"}) {
      if (path.startsWith(start)) {
        return start.substring(1).replaceFirst("/$", "").replace('/', '-');
      }
    }
    return "other";
  }

  /// Times a search of the index.
  <T> T timed(Supplier<T> search) {
    return Timer.builder("civicwire.search")
        .description("Searches of the index")
        .publishPercentiles(0.5, 0.95)
        .register(registry)
        .record(search);
  }
}
