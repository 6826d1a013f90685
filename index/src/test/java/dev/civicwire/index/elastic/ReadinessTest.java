package dev.civicwire.index.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.civicwire.contract.StageException;
import dev.civicwire.index.fixture.FaultyProxy;
import dev.civicwire.index.fixture.FaultyProxy.Fault;
import dev.civicwire.index.fixture.SearchNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SearchNode.class)
class ReadinessTest {
  private static final String RED = "{\"status\":\"red\",\"timed_out\":true,\"number_of_nodes\":1}";

  private final List<String> progress = new CopyOnWriteArrayList<>();

  @Test
  void saysWhatWasTriedWhereNobodyAnswers() throws IOException {
    try (ElasticConnection connection = ElasticConnection.open(nobody())) {
      assertThatThrownBy(() -> connection.waitUntilReady(Duration.ofSeconds(4), progress::add))
          .isInstanceOf(StageException.class)
          .hasMessageContaining(connection.address())
          .hasMessageContaining("no answer")
          .hasMessageContaining("tries in 4 s");
    }
    assertThat(progress).hasSize(1).first().asString().contains("waiting for Elasticsearch");
  }

  @Test
  void waitsForAnEngineThatIsHalfUp(SearchNode.Access node) {
    try (FaultyProxy proxy = new FaultyProxy(node.url());
        ElasticConnection connection = ElasticConnection.open(node.configAt(proxy.url()))) {
      proxy.fail(new Fault.Cut(), 1);
      proxy.fail(new Fault.Status(503, "starting"), 1);
      proxy.fail(new Fault.Status(408, RED), 2);
      connection.waitUntilReady(Duration.ofSeconds(30), progress::add);
      assertThat(proxy.requests()).isEqualTo(5);
    }
  }

  @Test
  void namesTheStateThatItWaitedFor(SearchNode.Access node) {
    try (FaultyProxy proxy = new FaultyProxy(node.url());
        ElasticConnection connection = ElasticConnection.open(node.configAt(proxy.url()))) {
      proxy.fail(new Fault.Status(408, RED), 1_000);
      assertThatThrownBy(() -> connection.waitUntilReady(Duration.ofMillis(600), progress::add))
          .isInstanceOf(StageException.class)
          .hasMessageContaining("status is red");
    }
  }

  @Test
  void doesNotWaitWhereTheSignInIsRefused(SearchNode.Access node) {
    try (FaultyProxy proxy = new FaultyProxy(node.url());
        ElasticConnection connection = ElasticConnection.open(node.configAt(proxy.url()))) {
      proxy.fail(new Fault.Status(401, ""), 1_000);
      assertThatThrownBy(() -> connection.waitUntilReady(Duration.ofSeconds(30), progress::add))
          .isInstanceOf(StageException.class)
          .hasMessageContaining("refuses the sign-in");
      assertThat(proxy.requests()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:9200, is no address",
    "ftp://a.example, is no address",
    "http://user:secret@a.example:9200, must not hold a password"
  })
  void refusesWhatIsNoAddress(String url, String message) {
    assertThatThrownBy(() -> ElasticConfig.of(URI.create(url)))
        .isInstanceOf(StageException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesACertificateThatIsNone(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("ca.crt"), "no certificate");
    ElasticConfig config =
        ElasticConfig.of(URI.create("https://127.0.0.1:9200"))
            .withTrust(new ElasticConfig.Trust.Authority(file));
    assertThatThrownBy(() -> ElasticConnection.open(config))
        .isInstanceOf(StageException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void keepsSecretsOutOfMessages() {
    ElasticConfig config =
        ElasticConfig.of(URI.create("https://a.example"))
            .withCredentials(new ElasticConfig.Credentials.User("elastic", "hush"));
    assertThat(config.toString()).contains("elastic").doesNotContain("hush");
    assertThat(new ElasticConfig.Credentials.ApiKey("hush").toString()).doesNotContain("hush");
  }

  private static ElasticConfig nobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return ElasticConfig.of(URI.create("http://127.0.0.1:" + socket.getLocalPort()));
    }
  }
}
