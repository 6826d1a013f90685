package dev.civicwire.index.elastic;

import dev.civicwire.contract.StageException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A connection to Elasticsearch 8.19 or 9.x. Safe for threads; opening does not talk to the
/// engine.
public final class ElasticConnection implements AutoCloseable {
  /// Asks 8.x and 9.x servers alike to speak version 8 of the API.
  private static final String MEDIA_TYPE = "application/vnd.elasticsearch+json;compatible-with=8";

  /// Longer than the two seconds that a health request may wait at the engine.
  private static final int PROBE_MILLIS = 4_000;

  private final ElasticConfig config;
  private final RestClient client;

  private ElasticConnection(ElasticConfig config, RestClient client) {
    this.config = config;
    this.client = client;
  }

  /// Prepares a connection.
  ///
  /// @throws StageException where the certificate to trust cannot be read
  public static ElasticConnection open(ElasticConfig config) {
    return new ElasticConnection(config, Transport.client(config));
  }

  /// The address, for messages.
  public String address() {
    return config.url().toString();
  }

  /// First part of all index names.
  String prefix() {
    return config.prefix();
  }

  /// Waits until the engine answers and its indexes can be searched, with a line to `progress`
  /// every few seconds.
  ///
  /// @throws StageException after `patience` with what was tried, or at once where waiting cannot
  ///     help
  public void waitUntilReady(Duration patience, Consumer<String> progress) {
    new Readiness(this, patience, progress).await();
  }

  /// Sends a request and returns the answer, whatever its status.
  ///
  /// @throws IOException where there was no answer
  Answer send(String method, String path, Map<String, String> parameters, byte @Nullable [] body)
      throws IOException {
    Request request = request(method, path, parameters);
    if (body != null) {
      ByteArrayEntity entity = new ByteArrayEntity(body);
      entity.setContentType(MEDIA_TYPE);
      request.setEntity(entity);
    }
    return send(request);
  }

  /// A question that is worth a few seconds only: an engine that takes connections and never
  /// answers is not ready.
  Answer probe(String path, Map<String, String> parameters) throws IOException {
    Request request = request("GET", path, parameters);
    RequestConfig brief =
        RequestConfig.custom()
            .setConnectTimeout(PROBE_MILLIS)
            .setSocketTimeout(PROBE_MILLIS)
            .build();
    request.setOptions(request.getOptions().toBuilder().setRequestConfig(brief).build());
    return send(request);
  }

  private static Request request(String method, String path, Map<String, String> parameters) {
    Request request = new Request(method, path);
    request.addParameters(parameters);
    request.setOptions(request.getOptions().toBuilder().addHeader("Accept", MEDIA_TYPE).build());
    return request;
  }

  private Answer send(Request request) throws IOException {
    try {
      return answer(client.performRequest(request));
    } catch (ResponseException e) {
      return answer(e.getResponse());
    }
  }

  Answer send(String method, String path, JsonNode body) throws IOException {
    return send(method, path, Map.of(), ElasticJson.MAPPER.writeValueAsBytes(body));
  }

  Answer send(String method, String path) throws IOException {
    return send(method, path, Map.of(), null);
  }

  private static Answer answer(Response response) throws IOException {
    byte[] bytes =
        response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity());
    boolean known = "Elasticsearch".equals(response.getHeader("X-Elastic-Product"));
    return new Answer(response.getStatusLine().getStatusCode(), ElasticJson.read(bytes), known);
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new StageException("the connection to " + address() + " could not be closed", e);
    }
  }
}
