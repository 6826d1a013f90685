package dev.civicwire.embedded.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/// The broker's process: formats an empty folder, starts Kafka, says so, and lives as long as its
/// parent.
///
/// Its parent holds the other end of standard input. The end of that stream is the order to stop,
/// and it comes by itself when the parent is killed, so that no broker is ever left behind. One
/// byte, [#READY], on standard output says that the broker takes requests.
public final class BrokerMain {
  /// The byte that says "started", the same as an Elasticsearch node uses.
  static final int READY = 0x18;

  /// Exit status when another process holds one of the ports: the parent tries other ones.
  static final int PORT_TAKEN = 3;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private BrokerMain() {}

  /// Runs a broker with the settings in the file named by the only argument.
  public static void main(String[] arguments) throws Exception {
    Properties settings = read(Path.of(arguments[0]));
    Thread.ofPlatform().daemon().name("parent").start(() -> stopAtEnd(System.in));
    Storage.of(settings).formatIfEmpty();
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop"));
    try {
      server.startup();
    } catch (RuntimeException failure) {
      giveUp(failure);
    }
    System.out.write(READY);
    System.out.flush();
    server.awaitShutdown();
  }

  private static Properties read(Path file) throws IOException {
    Properties settings = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      settings.load(reader);
    }
    return settings;
  }

  private static void stopAtEnd(InputStream parent) {
    try {
      parent.transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      System.err.println("lost the parent: " + broken.getMessage());
    }
    Thread.ofPlatform().daemon().name("patience").start(BrokerMain::haltLater);
    System.exit(0);
  }

  /// Kafka may wait long for its own threads; its log survives a halt, a user's patience does not.
  private static void haltLater() {
    try {
      Thread.sleep(PATIENCE);
    } catch (InterruptedException unexpected) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }

  private static void giveUp(RuntimeException failure) {
    boolean taken = false;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      taken |= cause instanceof BindException;
      System.err.println(cause);
    }
    // No hooks: a half-started server cannot be shut down in order.
    Runtime.getRuntime().halt(taken ? PORT_TAKEN : 1);
  }
}
