package dev.civicwire.app.soak;

import dev.civicwire.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/// What a plain client sees of the index.
final class IndexedArticles implements AutoCloseable {
  private static final String ALIAS = "/civicwire-articles";

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI node;

  IndexedArticles(URI node) {
    this.node = node;
  }

  /// How many there are; empty where the node does not answer now.
  OptionalLong count() {
    try {
      send("POST", ALIAS + "/_refresh", "");
      return OptionalLong.of(send("GET", ALIAS + "/_count", "").path("count").asLong());
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /// The titles of all of them, up to 10,000.
  List<String> titles() throws IOException {
    JsonNode answer = send("POST", ALIAS + "/_search", "{\"size\":10000,\"_source\":[\"title\"]}");
    return answer
        .path("hits")
        .path("hits")
        .valueStream()
        .map(hit -> hit.path("_source").path("title").asString())
        .toList();
  }

  private JsonNode send(String method, String path, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(node.resolve(path))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IOException(method + " " + path + ": " + response.body());
      }
      return Json.mapper().readTree(response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
