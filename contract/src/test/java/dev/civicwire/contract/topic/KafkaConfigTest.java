package dev.civicwire.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.civicwire.contract.StageException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KafkaConfigTest {
  private static final KafkaConfig CONFIG = KafkaConfig.of("localhost:9092");

  @Test
  void refusesPropertiesThatWouldBreakItsPromises() {
    assertThatThrownBy(() -> CONFIG.withProperties(Map.of("isolation.level", "read_uncommitted")))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("isolation.level");
  }

  @Test
  void refusesUnusableValues() {
    assertThatThrownBy(() -> KafkaConfig.of(" ")).hasMessageContaining("KAFKA_BOOTSTRAP_SERVERS");
    assertThatThrownBy(() -> CONFIG.withTopics("", 0)).hasMessageContaining("partitions");
    assertThatThrownBy(() -> CONFIG.withMaxRecordBytes(5)).hasMessageContaining("max-record-bytes");
  }

  @Test
  void printsNoSecret() {
    KafkaConfig secret =
        CONFIG
            .withSecurity(
                Optional.of(Login.scram("crawler", "hunter2")),
                Optional.of(new Tls(Optional.of(Path.of("ca.pem")), Optional.of("hunter2"))))
            .withProperties(Map.of("ssl.key.password", "hunter2"));
    assertThat(secret.toString()).contains("crawler", "ca.pem", "ssl.key.password");
    assertThat(secret.toString()).doesNotContain("hunter2");
  }

  @Test
  void saysWhatIsWrongWithAClientSetting() {
    KafkaConfig odd = CONFIG.withProperties(Map.of("request.timeout.ms", "soon"));
    assertThatThrownBy(() -> new ClientSettings(odd).idempotentProducer())
        .isInstanceOf(StageException.class)
        .hasMessageContaining("request.timeout.ms");
  }

  @Test
  void quotesALogin() {
    assertThat(new Login("a\"b", "c\\d", "PLAIN").jaas())
        .isEqualTo(
            "org.apache.kafka.common.security.plain.PlainLoginModule required"
                + " username=\"a\\\"b\" password=\"c\\\\d\";");
  }
}
