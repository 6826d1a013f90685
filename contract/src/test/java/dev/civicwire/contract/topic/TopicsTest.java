package dev.civicwire.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.civicwire.contract.StageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(60)
@ExtendWith(TestBroker.class)
class TopicsTest {
  private final KafkaConfig config;
  private final Topics topics;

  TopicsTest(KafkaConfig config) {
    this.config = config;
    this.topics = new Topics(config);
  }

  @Test
  void createsEachTopicOnce() {
    assertThat(topics.create()).hasSize(4).allMatch(line -> line.startsWith("created "));
    assertThat(topics.create()).isEmpty();
    assertThat(topics.existing().values()).containsOnly(config.partitions());
  }

  @Test
  void growsAllTopicsTogether() {
    topics.create();
    Topics larger = new Topics(config.withTopics(config.topicPrefix(), 5));
    assertThat(larger.create()).hasSize(4).allMatch(line -> line.contains("grew from 3 to 5"));
    assertThat(topics.create()).isEmpty();
    assertThat(topics.existing().values()).containsOnly(5);
  }

  @Test
  void keepsWhatTheContractPromises() throws ExecutionException, InterruptedException {
    topics.create();
    assertThat(setting(TopicName.ARTICLES, "cleanup.policy")).isEqualTo("compact");
    assertThat(setting(TopicName.TAGGED_ARTICLES, "cleanup.policy")).isEqualTo("compact");
    assertThat(setting(TopicName.CRAWL_STATE, "cleanup.policy")).isEqualTo("compact");
    assertThat(setting(TopicName.REJECTED, "retention.ms")).isEqualTo("-1");
    for (TopicName topic : TopicName.values()) {
      assertThat(Integer.parseInt(setting(topic, "max.message.bytes")))
          .isGreaterThan(config.maxRecordBytes());
      assertThat(setting(topic, "message.timestamp.type")).isEqualTo("LogAppendTime");
    }
  }

  private String setting(TopicName topic, String name)
      throws ExecutionException, InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topics.name(topic));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", config.bootstrapServers()))) {
      Config found = admin.describeConfigs(List.of(resource)).all().get().get(resource);
      assertThat(found).isNotNull();
      return java.util.Objects.requireNonNull(found).get(name).value();
    }
  }

  @Test
  void saysWhichTopicIsMissing() {
    assertThatThrownBy(() -> new KafkaCrawlLog(config, "ingest-0"))
        .isInstanceOf(StageException.class)
        .hasMessageContaining(topics.name(TopicName.ARTICLES))
        .hasMessageContaining("civicwire topics create");
  }

  @Test
  void isReadyWhereTheBrokerAnswers() {
    List<String> lines = new ArrayList<>();
    topics.waitUntilReady(Duration.ofSeconds(20), lines::add);
    assertThat(lines).isEmpty();
  }

  @Test
  void givesUpOnABrokerThatIsNotThere() throws IOException {
    int port = freePort();
    Topics away = new Topics(KafkaConfig.of("127.0.0.1:" + port));
    List<String> lines = new ArrayList<>();
    assertThatThrownBy(() -> away.waitUntilReady(Duration.ofSeconds(4), lines::add))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("127.0.0.1:" + port)
        .hasMessageContaining("tries")
        .hasMessageContaining("KAFKA_BOOTSTRAP_SERVERS");
    assertThat(lines).hasSize(1);
  }

  @Test
  void givesUpOnAPortBehindWhichIsNoBroker() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Topics half = new Topics(KafkaConfig.of("127.0.0.1:" + silent.getLocalPort()));
      assertThatThrownBy(() -> half.waitUntilReady(Duration.ofSeconds(2), line -> {}))
          .isInstanceOf(StageException.class)
          .hasMessageContaining("the port is open, but nothing answers");
    }
  }

  @Test
  void refusesWhatIsNoAddress() {
    for (String bad : List.of("nowhere", "host:port", "a:1,b", ":9092", "host:99999")) {
      assertThatThrownBy(
              () ->
                  new Topics(KafkaConfig.of(bad)).waitUntilReady(Duration.ofSeconds(1), line -> {}))
          .isInstanceOf(StageException.class)
          .hasMessageContaining("no broker address");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
