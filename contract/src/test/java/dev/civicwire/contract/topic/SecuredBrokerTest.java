package dev.civicwire.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.civicwire.contract.CrawlLog.CrawlBatch;
import dev.civicwire.contract.StageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// User, password and TLS against a broker that asks for all three.
@Timeout(90)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecuredBrokerTest {
  private @Nullable SecuredBroker broker;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, InterruptedException {
    broker = SecuredBroker.start(folder);
  }

  @AfterAll
  void stop() throws IOException {
    running().close();
  }

  private SecuredBroker running() {
    SecuredBroker started = broker;
    if (started == null) {
      throw new AssertionError("the broker did not start");
    }
    return started;
  }

  @Test
  void writesAndReadsAfterSigningIn() {
    KafkaConfig config = config(SecuredBroker.PASSWORD, true);
    assertThat(new Topics(config).create()).hasSize(4);
    try (KafkaCrawlLog log = new KafkaCrawlLog(config, "ingest-0")) {
      log.commit(new CrawlBatch(Samples.articles(5), List.of(), List.of()));
    }
    List<String> keys = new ArrayList<>();
    new TopicReader(config)
        .readArticles(
            records -> {
              records.forEach(record -> keys.add(record.key()));
              return List.of();
            });
    assertThat(keys).hasSize(5);
  }

  @Test
  void saysThatThePasswordIsWrong() {
    assertThatThrownBy(() -> reach(config("wrong", true)))
        .isInstanceOf(StageException.class)
        .hasMessageContaining(running().bootstrapServers())
        .hasMessageContaining("Authentication failed")
        .hasMessageNotContaining("wrong\"");
  }

  @Test
  void saysThatTheCertificateIsNotTrusted() {
    assertThatThrownBy(() -> reach(config(SecuredBroker.PASSWORD, false)))
        .isInstanceOf(StageException.class)
        .hasMessageContaining(running().bootstrapServers())
        .hasMessageContaining("SSL handshake failed");
  }

  private static void reach(KafkaConfig config) {
    new Topics(config).waitUntilReady(Duration.ofSeconds(5), line -> {});
  }

  private KafkaConfig config(String password, boolean trusting) {
    Tls tls =
        trusting
            ? new Tls(Optional.of(running().authority()), Optional.empty())
            : Tls.trustingSystem();
    return KafkaConfig.of(running().bootstrapServers())
        .withSecurity(Optional.of(Login.scram(SecuredBroker.USER, password)), Optional.of(tls));
  }
}
