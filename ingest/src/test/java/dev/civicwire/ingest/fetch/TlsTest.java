package dev.civicwire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Certificates are verified, and HTTP/2 is spoken to who speaks it. The certificate is for the
/// address 127.0.0.1 and signed by nobody but itself.
@Isolated("the JVM's trust is one for all")
class TlsTest {
  private static final String TRUST = "javax.net.ssl.trustStore";
  private static final String PASSWORD = "changeit";
  private static final FetchLimits SHORT =
      new FetchLimits(
          Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(9), Duration.ofDays(1));

  @TempDir static Path folder;

  @BeforeAll
  static void makeKeys() throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                keys().toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=test",
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "2")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
  }

  private static Path keys() {
    return folder.resolve("keys.p12");
  }

  @AfterEach
  void trustAsBefore() {
    System.clearProperty(TRUST);
    System.clearProperty(TRUST + "Password");
  }

  private static void trustTheServer() {
    System.setProperty(TRUST, keys().toString());
    System.setProperty(TRUST + "Password", PASSWORD);
  }

  private static FetchResult fetch(String url) {
    try (Fetcher fetcher =
        new Fetcher("test/1", AddressPolicy.loopbackOnly(), SHORT, Clock.systemUTC())) {
      return fetcher.fetch(new FetchRequest(url, 1000, Optional.empty(), Optional.empty()));
    }
  }

  @Test
  void refusesACertificateThatNobodyHasSigned() {
    try (TlsServer server = new TlsServer(keys(), PASSWORD, "secret")) {
      assertThat(fetch(server.url("127.0.0.1")))
          .isInstanceOfSatisfying(
              FetchResult.Failed.class,
              failed -> assertThat(failed.reason()).isEqualTo(FetchFailure.TLS));
      assertThat(server.protocols()).isEmpty();
    }
  }

  @Test
  void refusesACertificateOfAnotherName() {
    trustTheServer();
    try (TlsServer server = new TlsServer(keys(), PASSWORD, "secret")) {
      assertThat(fetch(server.url("localhost")))
          .isInstanceOfSatisfying(
              FetchResult.Failed.class,
              failed -> {
                assertThat(failed.reason()).isEqualTo(FetchFailure.TLS);
                assertThat(failed.detail()).contains("localhost");
              });
      assertThat(server.protocols()).isEmpty();
    }
  }

  @Test
  void speaksHttp2WhereTheServerDoes() {
    trustTheServer();
    try (TlsServer server = new TlsServer(keys(), PASSWORD, "<p>by frames</p>")) {
      assertThat(fetch(server.url("127.0.0.1")))
          .isInstanceOfSatisfying(
              FetchResult.Page.class,
              page -> assertThat(page.page().body().utf8()).isEqualTo("<p>by frames</p>"));
      assertThat(server.protocols()).containsExactly("h2");
    }
  }
}
