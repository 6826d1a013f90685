package dev.civicwire.app.pipeline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.civicwire.app.config.Setting;
import dev.civicwire.app.config.Settings;
import dev.civicwire.contract.StageException;
import dev.civicwire.contract.topic.StageMetrics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// `/health` and `/metrics` of a stage's process: for health checks and Prometheus. Only where a
/// port is set.
public final class StageEndpoint implements AutoCloseable {
  /// A batch takes seconds; a loop that did not come round for this long hangs or waits for Kafka.
  private static final Duration STUCK = Duration.ofMinutes(2);

  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final Optional<HttpServer> server;

  private StageEndpoint(Optional<HttpServer> server) {
    this.server = server;
  }

  /// Serves on the port that is set, if any.
  ///
  /// @param lastTurn when the stage's loop last came round
  /// @param meters registers the stage's own figures
  /// @throws StageException where the port is taken
  public static StageEndpoint start(
      Settings settings, Supplier<Instant> lastTurn, Consumer<MeterRegistry> meters) {
    int port = settings.number(Setting.METRICS_PORT);
    if (port == 0) {
      return new StageEndpoint(Optional.empty());
    }
    String host = settings.text(Setting.WEB_HOST);
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
      PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
      new JvmMemoryMetrics().bindTo(registry);
      new ProcessorMetrics().bindTo(registry);
      meters.accept(registry);
      server.createContext("/metrics", exchange -> answer(exchange, OK, registry.scrape()));
      server.createContext("/health", exchange -> health(exchange, lastTurn.get()));
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return new StageEndpoint(Optional.of(server));
    } catch (IOException e) {
      throw new StageException(
          "metrics cannot listen on %s port %d: %s; set %s to another port"
              .formatted(host, port, e.getMessage(), Setting.METRICS_PORT.key()),
          e);
    }
  }

  /// The figures of a stage that reads a topic.
  public static Consumer<MeterRegistry> metersOf(String stage, StageMetrics metrics) {
    return registry -> {
      counter(registry, "records", stage, metrics, StageMetrics::records);
      counter(registry, "rejected", stage, metrics, StageMetrics::rejected);
      counter(registry, "batches", stage, metrics, StageMetrics::batches);
      counter(registry, "retries", stage, metrics, StageMetrics::retries);
      Gauge.builder("civicwire.stage.partitions", metrics, StageMetrics::assignedPartitions)
          .description("Partitions read by this process")
          .tag("stage", stage)
          .register(registry);
    };
  }

  private static void counter(
      MeterRegistry registry,
      String name,
      String stage,
      StageMetrics metrics,
      ToDoubleFunction<StageMetrics> value) {
    FunctionCounter.builder("civicwire.stage." + name, metrics, value)
        .tag("stage", stage)
        .register(registry);
  }

  private static void health(HttpExchange exchange, Instant lastTurn) throws IOException {
    boolean stuck = lastTurn.isBefore(Instant.now().minus(STUCK));
    answer(
        exchange,
        stuck ? UNAVAILABLE : OK,
        stuck ? "no turn of the loop since " + lastTurn + "\n" : "ok\n");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.ifPresent(s -> s.stop(0));
  }
}
