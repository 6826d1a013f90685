package dev.civicwire.contract.topic;

import dev.civicwire.contract.StageException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/// The topics of an installation: their names, how they are made, and whether the broker has them.
public final class Topics {
  private static final Duration PROBE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final KafkaConfig config;
  private final Names names;

  public Topics(KafkaConfig config) {
    this.config = config;
    this.names = Names.of(config);
  }

  /// The full name of a topic.
  public String name(TopicName topic) {
    return names.topic(topic);
  }

  /// Waits until the broker answers as a Kafka broker does.
  ///
  /// @param patience how long
  /// @param progress takes one line every few seconds
  /// @throws StageException where it does not within `patience`; says what was tried
  public void waitUntilReady(Duration patience, Consumer<String> progress) {
    new BrokerWait(config).await(patience, progress);
  }

  /// Makes the topics that are missing, and returns when every partition has a leader that knows of
  /// it. Topics that are there stay as they are, but all four get the same number of partitions.
  ///
  /// @return one line for each topic that was made or grew
  /// @throws StageException where the broker refuses
  public List<String> create() {
    try (Admin admin = new ClientSettings(config).admin()) {
      Map<TopicName, Integer> before = partitions(admin);
      int wanted =
          Math.max(
              config.partitions(),
              before.values().stream().mapToInt(Integer::intValue).max().orElse(0));
      List<String> lines = new ArrayList<>();
      for (TopicName topic : TopicName.values()) {
        settle(admin, topic, Optional.ofNullable(before.get(topic)), wanted).ifPresent(lines::add);
      }
      probe(admin, wanted);
      return lines;
    } catch (KafkaException e) {
      throw Failures.stage(config, "the topics cannot be created", e);
    }
  }

  private Optional<String> settle(
      Admin admin, TopicName topic, Optional<Integer> present, int wanted) {
    String name = name(topic);
    if (present.isEmpty()) {
      make(admin, topic, wanted);
      return Optional.of("created %s with %d partitions".formatted(name, wanted));
    }
    if (present.get() < wanted) {
      Failures.await(admin.createPartitions(Map.of(name, NewPartitions.increaseTo(wanted))).all());
      return Optional.of("%s grew from %d to %d partitions".formatted(name, present.get(), wanted));
    }
    return Optional.empty();
  }

  private void make(Admin admin, TopicName topic, int partitions) {
    NewTopic made =
        new NewTopic(name(topic), Optional.of(partitions), config.replicationFactor())
            .configs(TopicSettings.of(config, topic));
    try {
      Failures.await(admin.createTopics(List.of(made)).all());
    } catch (TopicExistsException e) {
      // Another process made it since we looked: as good.
      return;
    }
  }

  /// A producer that writes to a topic before its leaders know of it loses records (KAFKA-15591).
  /// The leader itself answers `listOffsets`, so an answer for every partition means they know.
  private void probe(Admin admin, int partitions) {
    Map<TopicPartition, OffsetSpec> request = new HashMap<>();
    for (TopicName topic : TopicName.values()) {
      for (int p = 0; p < partitions; p++) {
        request.put(new TopicPartition(name(topic), p), OffsetSpec.latest());
      }
    }
    Instant end = Instant.now().plus(PROBE);
    while (!answered(admin, request, Instant.now().isAfter(end))) {
      pause();
    }
  }

  private boolean answered(Admin admin, Map<TopicPartition, OffsetSpec> request, boolean lastTry) {
    try {
      // Asked first, since the client logs an error where listOffsets meets an unknown topic.
      if (lastTry || partitions(admin).size() == TopicName.values().length) {
        Failures.await(admin.listOffsets(request).all());
        return true;
      }
      return false;
    } catch (RetriableException e) {
      if (lastTry) {
        throw e;
      }
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      throw Failures.interrupted(e);
    }
  }

  /// How many partitions each topic has that exists.
  private Map<TopicName, Integer> partitions(Admin admin) {
    List<String> asked = List.of(TopicName.values()).stream().map(this::name).toList();
    Map<String, KafkaFuture<TopicDescription>> answers =
        admin.describeTopics(asked).topicNameValues();
    Map<TopicName, Integer> found = new EnumMap<>(TopicName.class);
    for (TopicName topic : TopicName.values()) {
      partitions(answers.get(name(topic))).ifPresent(count -> found.put(topic, count));
    }
    return found;
  }

  private static Optional<Integer> partitions(@Nullable KafkaFuture<TopicDescription> answer) {
    try {
      return Optional.of(Failures.await(answer).partitions().size());
    } catch (UnknownTopicOrPartitionException e) {
      return Optional.empty();
    }
  }

  /// How many partitions each topic has.
  ///
  /// @throws StageException where one is missing
  Map<TopicName, Integer> existing() {
    try (Admin admin = new ClientSettings(config).admin()) {
      Map<TopicName, Integer> found = partitions(admin);
      for (TopicName topic : TopicName.values()) {
        if (!found.containsKey(topic)) {
          throw new StageException(
              "the topic %s does not exist at %s: run 'civicwire topics create'"
                  .formatted(name(topic), config.bootstrapServers()));
        }
      }
      return found;
    } catch (KafkaException e) {
      throw Failures.stage(config, "the topics cannot be read", e);
    }
  }
}
