package dev.civicwire.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.civicwire.app.config.Settings;
import dev.civicwire.app.config.SettingsReader;
import dev.civicwire.contract.StageException;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StageEndpointTest {
  @Test
  void tellsHealthAndFigures() throws IOException, InterruptedException {
    int port = freePort();
    try (StageEndpoint _ = StageEndpoint.start(on(port), Instant::now, StageEndpointTest::one)) {
      assertThat(get(port, "/health").statusCode()).isEqualTo(200);
      assertThat(get(port, "/metrics").body())
          .contains("civicwire_stage_records_total{stage=\"enrich\"} 1.0")
          .contains("jvm_memory_used_bytes");
    }
  }

  @Test
  void isIllWhereTheLoopHangs() throws IOException, InterruptedException {
    int port = freePort();
    Instant before = Instant.now().minus(Duration.ofHours(1));
    try (StageEndpoint _ = StageEndpoint.start(on(port), () -> before, StageEndpointTest::one)) {
      HttpResponse<String> answer = get(port, "/health");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("no turn of the loop since");
    }
  }

  @Test
  void saysThatThePortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(
              () ->
                  StageEndpoint.start(
                      on(taken.getLocalPort()), Instant::now, StageEndpointTest::one))
          .isInstanceOf(StageException.class)
          .hasMessageContaining("port " + taken.getLocalPort())
          .hasMessageContaining("metrics.port");
    }
  }

  private static void one(MeterRegistry registry) {
    registry.counter("civicwire.stage.records", "stage", "enrich").increment();
  }

  private static Settings on(int port) {
    return SettingsReader.read(Optional.empty(), Map.of(), List.of("metrics.port=" + port));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static HttpResponse<String> get(int port, String path)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
