package dev.civicwire.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/// Asks a node about its shards; after a kill it replays its log, and is red until it has.
record Health(URI url) {
  private static final Duration QUESTION = Duration.ofSeconds(15);

  /// True when every primary shard is started, false when the deadline passed before.
  boolean awaitYellow(Instant deadline) {
    HttpRequest question =
        HttpRequest.newBuilder(url.resolve("/_cluster/health?wait_for_status=yellow&timeout=5s"))
            .timeout(QUESTION)
            .build();
    try (HttpClient client = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build()) {
      while (Instant.now().isBefore(deadline)) {
        if (isYellow(client, question)) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean isYellow(HttpClient client, HttpRequest question) {
    try {
      // 408 when the node's own 5 s have passed.
      return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new EngineException("Interrupted while the search node started.", stop);
    }
  }
}
