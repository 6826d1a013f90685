package dev.civicwire.index.elastic;

import dev.civicwire.contract.StageException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;

/// Waits for an engine that is starting, recovering or not there yet.
final class Readiness {
  private static final long LINE_EVERY_MILLIS = 3_000;
  private static final long PAUSE_MILLIS = 250;

  private final ElasticConnection connection;
  private final Duration patience;
  private final Consumer<String> progress;

  Readiness(ElasticConnection connection, Duration patience, Consumer<String> progress) {
    this.connection = connection;
    this.patience = patience;
    this.progress = progress;
  }

  void await() {
    long start = System.nanoTime();
    long lastLine = start;
    int tries = 0;
    while (true) {
      tries++;
      String trouble = trouble();
      if (trouble.isEmpty()) {
        return;
      }
      long now = System.nanoTime();
      if (now - lastLine > Duration.ofMillis(LINE_EVERY_MILLIS).toNanos()) {
        lastLine = now;
        progress.accept("waiting for Elasticsearch at " + connection.address() + ": " + trouble);
      }
      if (now - start > patience.toNanos()) {
        throw new StageException(
            "Elasticsearch at %s is not ready: %s (%d tries in %d s). Start it, or correct the address"
                .formatted(
                    connection.address(),
                    trouble,
                    tries,
                    Duration.ofNanos(now - start).toSeconds()));
      }
      pause();
    }
  }

  /// One line on what is missing, empty where the engine is ready.
  private String trouble() {
    try {
      Answer answer =
          connection.probe(
              "/_cluster/health", Map.of("wait_for_status", "yellow", "timeout", "2s"));
      return judge(answer);
    } catch (SSLException e) {
      throw new StageException(
          "Elasticsearch at %s: the TLS connection failed (%s). Name its certificate authority or fingerprint"
              .formatted(connection.address(), e.getMessage()),
          e);
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return "no answer (" + reason + ")";
    }
  }

  private String judge(Answer answer) {
    if (answer.status() == 401) {
      throw new StageException(
          "Elasticsearch at "
              + connection.address()
              + " refuses the sign-in: check user and password or API key");
    }
    if (answer.ok() && !answer.elasticsearch()) {
      throw new StageException(
          "what answers at "
              + connection.address()
              + " is not Elasticsearch 8.19 or newer: check the address");
    }
    if (answer.ok() || answer.status() == 403) {
      return ""; // 403: a user who may not read the cluster's health can still be allowed to work
    }
    String status = answer.body().path("status").asString("");
    return status.isEmpty() ? answer.reason() : "the cluster's status is " + status;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StageException("stopped while waiting for Elasticsearch", e);
    }
  }
}
