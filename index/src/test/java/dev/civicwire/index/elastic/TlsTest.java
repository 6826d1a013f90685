package dev.civicwire.index.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.civicwire.contract.StageException;
import dev.civicwire.index.elastic.ElasticConfig.Credentials;
import dev.civicwire.index.elastic.ElasticConfig.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Sign-in and trust against a server with a certificate of its own making, as a stock
/// Elasticsearch has after its first start.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private Path folder = Path.of(".");
  private HttpsServer server;
  private Certificate certificate;
  private final List<String> signIns = new CopyOnWriteArrayList<>();

  @BeforeAll
  void start(@TempDir Path temporary)
      throws IOException, GeneralSecurityException, InterruptedException {
    folder = temporary;
    Path store = folder.resolve("server.p12");
    keytool(store);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    certificate = keys.getCertificate("server");
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          signIns.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
          byte[] body = "{\"status\":\"green\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  void stop() {
    server.stop(0);
  }

  @Test
  void trustsTheAuthorityOfAFileAndSignsInByPassword() throws Exception {
    Path pem = folder.resolve("ca.crt");
    String base64 =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
    Files.writeString(
        pem, "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    reach(
        config()
            .withTrust(new Trust.Authority(pem))
            .withCredentials(new Credentials.User("elastic", "pass:word")));
    assertThat(signIns).contains("Basic ZWxhc3RpYzpwYXNzOndvcmQ=");
  }

  @Test
  void trustsTheAuthorityOfAFingerprintAndSignsInByKey() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    String fingerprint = HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    reach(
        config()
            .withTrust(new Trust.Fingerprint(fingerprint))
            .withCredentials(new Credentials.ApiKey("a2V5")));
    assertThat(signIns).contains("ApiKey a2V5");
  }

  @Test
  void trustsNobodyElse() {
    for (Trust trust : List.of(new Trust.Jdk(), new Trust.Fingerprint("0".repeat(64)))) {
      assertThatThrownBy(() -> reach(config().withTrust(trust)))
          .isInstanceOf(StageException.class)
          .hasMessageContaining("TLS connection failed")
          .hasMessageContaining("certificate authority");
    }
  }

  private static void reach(ElasticConfig config) {
    try (ElasticConnection connection = ElasticConnection.open(config)) {
      connection.waitUntilReady(Duration.ofSeconds(10), line -> {});
    }
  }

  private ElasticConfig config() {
    return ElasticConfig.of(URI.create("https://127.0.0.1:" + server.getAddress().getPort()));
  }

  private static void keytool(Path store) throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "SAN=IP:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD),
                "-validity",
                "2")
            .redirectErrorStream(true)
            .start();
    String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(output).isZero();
  }
}
