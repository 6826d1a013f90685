package dev.civicwire.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.app.fixture.Cli;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Engines that are not there, or are there in part only: lines while waiting, then exit 1 with
/// what
/// was tried.
@Timeout(60)
class EnginesAwayTest {
  private static final String WAIT = "4s";

  /// Longer than a Kafka client waits for one answer.
  private static final String LONGER_WAIT = "8s";

  @TempDir Path folder;

  @Test
  void waitsForKafkaAndSaysWhatWasTried() throws IOException {
    String address = "127.0.0.1:" + freePort();
    Instant start = Instant.now();
    Cli.Result result = topics(address, WAIT);
    assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofSeconds(3));
    assertGivenUp(result, "Kafka", address);
    assertThat(result.reason()).contains("no connection to " + address);
  }

  @Test
  void waitsForElasticsearchAndSaysWhatWasTried() throws IOException {
    String address = "127.0.0.1:" + freePort();
    assertGivenUp(search("http://" + address), "Elasticsearch", address);
  }

  @Test
  void givesUpOnABrokerThatAcceptsAndNeverAnswers() throws IOException {
    try (ServerSocket mute = mute()) {
      String address = "127.0.0.1:" + mute.getLocalPort();
      Cli.Result result = topics(address, LONGER_WAIT);
      assertGivenUp(result, "Kafka", address);
      assertThat(result.reason()).contains("the port is open");
    }
  }

  @Test
  void givesUpOnANodeThatAcceptsAndNeverAnswers() throws IOException {
    try (ServerSocket mute = mute()) {
      String address = "127.0.0.1:" + mute.getLocalPort();
      assertGivenUp(search("http://" + address), "Elasticsearch", address);
    }
  }

  @Test
  void refusesWhatIsNoAddressAtOnce() {
    Cli.Result kafka = topics("nonsense", WAIT);
    assertThat(kafka.code()).isEqualTo(1);
    assertThat(kafka.reason()).contains("'nonsense' is no broker address");
    for (String url : List.of("nonsense", "htp://x:1", "not a url")) {
      Cli.Result elastic = search(url);
      assertThat(elastic.code()).isIn(1, 78);
      assertThat(elastic.errLines()).hasSize(1);
      assertThat(elastic.reason()).contains(url).contains("://");
    }
  }

  private static void assertGivenUp(Cli.Result result, String engine, String address) {
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.errLines().size()).as(result.err()).isBetween(2, 4);
    assertThat(result.errLines().getFirst()).contains("waiting for " + engine).contains(address);
    assertThat(result.reason()).startsWith("civicwire ").contains(engine).contains(address);
  }

  private Cli.Result topics(String address, String wait) {
    return Cli.run(
        "topics",
        "create",
        "--data",
        folder.toString(),
        "--set",
        "kafka.bootstrap-servers=" + address,
        "--set",
        "engine-wait=" + wait);
  }

  private Cli.Result search(String url) {
    return Cli.run(
        "search",
        "digital",
        "--data",
        folder.toString(),
        "--set",
        "elasticsearch.url=" + url,
        "--set",
        "engine-wait=" + WAIT);
  }

  private static ServerSocket mute() throws IOException {
    return new ServerSocket(0, 64, InetAddress.getByName("127.0.0.1"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = mute()) {
      return socket.getLocalPort();
    }
  }
}
