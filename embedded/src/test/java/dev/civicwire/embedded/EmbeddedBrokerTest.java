package dev.civicwire.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class EmbeddedBrokerTest {
  private static final TopicPartition NEWS = new TopicPartition("news", 0);

  @TempDir private Path temporary;

  @Test
  void itsRecordsOutliveAKill() throws Exception {
    BrokerConfig config = config();
    try (EmbeddedBroker broker = EmbeddedBroker.start(config)) {
      createTopic(broker);
      publish(broker, List.of("one", "two", "three"));
      assertThat(broker.residentMegabytes()).isBetween(50L, 600L);

      ProcessHandle.of(broker.pid()).orElseThrow().destroyForcibly();

      assertThat(broker.onFailure().get(30, TimeUnit.SECONDS))
          .hasMessageContaining(config.folder() + " ended with status 137");
    }
    try (EmbeddedBroker again = EmbeddedBroker.start(config)) {
      publish(again, List.of("four"));
      assertThat(read(again, 4)).containsExactly("one", "two", "three", "four");
    }
  }

  @Test
  void stopsInOrderAndLeavesNoProcess() throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start(config());
    broker.close();

    assertThat(broker.onExit().get(1, TimeUnit.SECONDS)).isZero();
    assertThat(broker.onFailure()).isNotDone();
    assertThat(ProcessHandle.of(broker.pid())).isEmpty();
  }

  @Test
  void aSecondStartOnItsFolderIsRefused() throws IOException {
    BrokerConfig config = config();
    long here = ProcessHandle.current().pid();
    String message = config.folder() + " is in use by process " + here;
    try (EmbeddedBroker broker = EmbeddedBroker.start(config)) {
      assertThatThrownBy(() -> EmbeddedBroker.start(config))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining(message)
          .hasMessageNotContaining("\n");
      try (Parent other = Parent.start("broker", config.folder())) {
        assertThat(other.firstLine()).contains(message);
      }
      assertThat(ProcessHandle.of(broker.pid()).orElseThrow().isAlive()).isTrue();
    }
  }

  @Test
  void diesWithItsParentAndCanBeStartedAtOnce() throws Exception {
    BrokerConfig config = config();
    ProcessHandle orphan;
    try (Parent parent = Parent.start("broker", config.folder())) {
      orphan = parent.child();
      parent.kill();
    }
    try (EmbeddedBroker next = EmbeddedBroker.start(config)) {
      assertThat(orphan.isAlive()).isFalse();
      createTopic(next);
    }
  }

  @Test
  void aTakenPortIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> EmbeddedBroker.start(config().withPort(taken.getLocalPort())))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("port " + taken.getLocalPort() + " is taken");
    }
  }

  /// By this status a start knows to choose other ports: somebody took one after it was chosen.
  @Test
  void aPortTakenAtTheLastMomentHasItsOwnStatus() throws IOException {
    BrokerConfig config = config();
    DataFolder folder = new DataFolder(config.folder());
    folder.prepare(0);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path settings = new BrokerSettings(folder, taken.getLocalPort(), Ports.free()).write();
      List<String> command = new BrokerCommand(config, folder).line(settings);

      ChildProcess child = ChildProcess.start("broker", command, Map.of(), new byte[0], folder);

      assertThat(child.awaitReady(config.patience())).isFalse();
      assertThat(child.exitStatus()).isEqualTo(EmbeddedBroker.PORT_TAKEN);
    }
  }

  /// The folder has a space in its name, as a user's home may.
  private BrokerConfig config() {
    return BrokerConfig.quick(temporary.resolve("the broker"), Engines.locate());
  }

  private static Map<String, Object> client(EmbeddedBroker broker) {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  private static void createTopic(EmbeddedBroker broker)
      throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(client(broker))) {
      admin.createTopics(List.of(new NewTopic(NEWS.topic(), 1, (short) 1))).all().get();
      // Answered by the partition's leader: a produce before that can lose records.
      admin.listOffsets(Map.of(NEWS, OffsetSpec.latest())).all().get();
    }
  }

  private static void publish(EmbeddedBroker broker, List<String> values)
      throws InterruptedException, ExecutionException {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(client(broker), new StringSerializer(), new StringSerializer())) {
      for (String value : values) {
        producer.send(new ProducerRecord<>(NEWS.topic(), value)).get();
      }
    }
  }

  private static List<String> read(EmbeddedBroker broker, int count) {
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(client(broker), new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(NEWS));
      consumer.seekToBeginning(List.of(NEWS));
      while (values.size() < count) {
        for (ConsumerRecord<String, String> news : consumer.poll(Duration.ofMillis(200))) {
          values.add(news.value());
        }
      }
    }
    return values;
  }
}
