package dev.civicwire.contract.topic;

import dev.civicwire.embedded.Engines;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/// A real broker that lets in only who has a password, over TLS with a certificate of its own
/// making; the embedded one is for loopback and asks for neither.
final class SecuredBroker implements AutoCloseable {
  static final String USER = "civicwire";
  static final String PASSWORD = "a \"secret\" with \\";
  private static final String STORE_PASSWORD = "changeit";
  private static final byte READY = 0x18;

  private final Path folder;
  private final int port;
  private final Process process;

  private SecuredBroker(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  static SecuredBroker start(Path folder) throws IOException, InterruptedException {
    keytool(
        folder,
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=127.0.0.1",
        "-ext",
        "SAN=IP:127.0.0.1",
        "-storetype",
        "PKCS12",
        "-validity",
        "2");
    keytool(folder, "-exportcert", "-rfc", "-file", folder.resolve("ca.pem").toString());
    int secured = freePort();
    int inner = freePort();
    Process process = run(folder, settings(folder, secured, inner, freePort()));
    SecuredBroker broker = new SecuredBroker(folder, secured, process);
    broker.awaitReady();
    addUser("127.0.0.1:" + inner);
    return broker;
  }

  String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /// The certificate that clients may trust.
  Path authority() {
    return folder.resolve("ca.pem");
  }

  private static Path settings(Path folder, int secured, int inner, int controller)
      throws IOException {
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.listener.names", "CONTROLLER",
            "controller.quorum.voters", "1@127.0.0.1:" + controller,
            "inter.broker.listener.name", "INNER",
            "listener.security.protocol.map",
                "SECURED:SASL_SSL,INNER:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "listeners",
                "SECURED://127.0.0.1:%d,INNER://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                    .formatted(secured, inner, controller),
            "advertised.listeners",
                "SECURED://127.0.0.1:%d,INNER://127.0.0.1:%d".formatted(secured, inner),
            "log.dirs", folder.resolve("data").toString(),
            "sasl.enabled.mechanisms", "SCRAM-SHA-512"));
    settings.putAll(
        Map.of(
            "listener.name.secured.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;",
            "ssl.keystore.type", "PKCS12",
            "ssl.keystore.location", store(folder).toString(),
            "ssl.keystore.password", STORE_PASSWORD,
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "offsets.topic.num.partitions", "2",
            "transaction.state.log.num.partitions", "2"));
    Path file = folder.resolve("broker.properties");
    try (Writer out = Files.newBufferedWriter(file)) {
      settings.store(out, "");
    }
    return file;
  }

  private static Process run(Path folder, Path settings) throws IOException {
    return new ProcessBuilder(
            java("java"),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-Dcivicwire.logs=" + folder,
            "-cp",
            Engines.locate().folder().resolve("broker").resolve("*").toString(),
            "dev.civicwire.embedded.child.BrokerMain",
            settings.toString())
        .redirectError(folder.resolve("broker.log").toFile())
        .start();
  }

  private void awaitReady() throws IOException {
    int read = process.getInputStream().read();
    while (read >= 0 && read != READY) {
      read = process.getInputStream().read();
    }
    if (read < 0) {
      throw new AssertionError(Files.readString(folder.resolve("broker.log")));
    }
  }

  private static void addUser(String inner) throws InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", inner))) {
      admin
          .alterUserScramCredentials(
              List.of(
                  new UserScramCredentialUpsertion(
                      USER, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), PASSWORD)))
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static Path store(Path folder) {
    return folder.resolve("broker.p12");
  }

  private static void keytool(Path folder, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java("keytool")));
    command.addAll(List.of(words));
    command.addAll(
        List.of(
            "-alias",
            "broker",
            "-keystore",
            store(folder).toString(),
            "-storepass",
            STORE_PASSWORD));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new AssertionError(output);
    }
  }

  private static String java(String tool) {
    return Path.of(System.getProperty("java.home"), "bin", tool).toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    // The end of its standard input is the order to stop.
    process.getOutputStream().close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
