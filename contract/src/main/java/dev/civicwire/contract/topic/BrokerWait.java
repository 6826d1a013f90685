package dev.civicwire.contract.topic;

import dev.civicwire.contract.StageException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;

/// Waits for a broker. A bare TCP connection is tried before any Kafka client, since a client logs
/// a warning at every attempt.
record BrokerWait(KafkaConfig config) {
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(3);
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  void await(Duration patience, Consumer<String> progress) {
    List<InetSocketAddress> servers = servers();
    Instant start = Instant.now();
    Instant end = start.plus(patience);
    Instant nextLine = start.plus(BETWEEN_LINES);
    for (int tries = 1; ; tries++) {
      Optional<String> trouble = trouble(servers, remaining(end));
      if (trouble.isEmpty()) {
        return;
      }
      Instant now = Instant.now();
      if (!now.isBefore(end)) {
        throw givenUp(trouble.get(), tries, Duration.between(start, now));
      }
      if (!now.isBefore(nextLine)) {
        progress.accept("waiting for Kafka at " + config.bootstrapServers() + ": " + trouble.get());
        nextLine = now.plus(BETWEEN_LINES);
      }
      pause();
    }
  }

  private StageException givenUp(String trouble, int tries, Duration waited) {
    return new StageException(
        ("Kafka at %s is not ready after %d s and %d tries: %s. Start the broker, or set"
                + " KAFKA_BOOTSTRAP_SERVERS to one that runs")
            .formatted(config.bootstrapServers(), waited.toSeconds(), tries, trouble));
  }

  private Optional<String> trouble(List<InetSocketAddress> servers, Duration remaining) {
    List<String> refused = new ArrayList<>();
    for (InetSocketAddress server : servers) {
      Optional<String> refusal = refusal(server);
      if (refusal.isEmpty()) {
        return answers(remaining);
      }
      refused.add(refusal.get());
    }
    return Optional.of(String.join("; ", refused));
  }

  private static Optional<String> refusal(InetSocketAddress server) {
    String name = server.getHostString() + ":" + server.getPort();
    InetSocketAddress resolved = new InetSocketAddress(server.getHostString(), server.getPort());
    if (resolved.isUnresolved()) {
      return Optional.of("the host name of " + name + " is unknown");
    }
    try (Socket socket = new Socket()) {
      socket.connect(resolved, (int) CONNECT.toMillis());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("no connection to " + name + " (" + e.getMessage() + ")");
    }
  }

  private Optional<String> answers(Duration remaining) {
    long millis = Math.clamp(remaining.toMillis(), 1_000, ANSWER.toMillis());
    try (Admin admin = new ClientSettings(config).admin()) {
      DescribeClusterOptions options = new DescribeClusterOptions().timeoutMs((int) millis);
      boolean nodes = !Failures.await(admin.describeCluster(options).nodes()).isEmpty();
      return nodes ? Optional.empty() : Optional.of("the cluster has no broker yet");
    } catch (KafkaException e) {
      if (Failures.isHopeless(e)) {
        throw Failures.stage(config, "no access", e);
      }
      return Optional.of(
          "the port is open, but nothing answers there as Kafka does (" + Failures.line(e) + ")");
    }
  }

  private List<InetSocketAddress> servers() {
    List<InetSocketAddress> servers = new ArrayList<>();
    for (String server : config.bootstrapServers().split(",")) {
      servers.add(server(server.strip()));
    }
    return servers;
  }

  private InetSocketAddress server(String text) {
    int colon = text.lastIndexOf(':');
    try {
      String host = text.substring(0, Math.max(colon, 0)).replaceAll("^\\[|]$", "");
      int port = Integer.parseInt(text.substring(colon + 1));
      if (!host.isEmpty()) {
        return InetSocketAddress.createUnresolved(host, port);
      }
    } catch (IllegalArgumentException e) {
      throw notAnAddress(text);
    }
    throw notAnAddress(text);
  }

  private static StageException notAnAddress(String text) {
    return new StageException(
        "'%s' is no broker address: KAFKA_BOOTSTRAP_SERVERS takes host:port,host:port"
            .formatted(text));
  }

  private static Duration remaining(Instant end) {
    return Duration.between(Instant.now(), end);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      throw Failures.interrupted(e);
    }
  }
}
