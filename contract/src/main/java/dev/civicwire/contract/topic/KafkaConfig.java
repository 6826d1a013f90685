package dev.civicwire.contract.topic;

import dev.civicwire.contract.StageException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Which Kafka cluster, and how.
///
/// @param bootstrapServers `host:port`, several parted by commas
/// @param groupProtocol how the processes of a stage share partitions
/// @param login SASL, where the cluster asks for it
/// @param tls where the cluster asks for it
/// @param topicPrefix before every topic, group and transactional id, so that several installations
///     may share a cluster; usually empty
/// @param partitions of each topic that is created
/// @param replicationFactor of each topic that is created; the broker's default where absent
/// @param maxRecordBytes largest record in bytes, key, headers and value together
/// @param properties more settings for every Kafka client, by Kafka's own names
public record KafkaConfig(
    String bootstrapServers,
    GroupProtocol groupProtocol,
    Optional<Login> login,
    Optional<Tls> tls,
    String topicPrefix,
    int partitions,
    Optional<Short> replicationFactor,
    int maxRecordBytes,
    Map<String, String> properties) {
  /// Partitions of a topic that is created.
  public static final int DEFAULT_PARTITIONS = 6;

  /// 8 MiB: an article of 2 MB of text, tagged, fits four times.
  public static final int DEFAULT_MAX_RECORD_BYTES = 8 << 20;

  private static final int LEAST_MAX_RECORD_BYTES = 16 << 10;

  /// What the promises of this package rest on.
  private static final Set<String> OURS =
      Set.of(
          "acks",
          "auto.offset.reset",
          "bootstrap.servers",
          "enable.auto.commit",
          "enable.idempotence",
          "group.id",
          "group.protocol",
          "isolation.level",
          "key.deserializer",
          "key.serializer",
          "max.request.size",
          "transactional.id",
          "value.deserializer",
          "value.serializer");

  public KafkaConfig {
    if (bootstrapServers.isBlank()) {
      throw new StageException(
          "no Kafka broker is named: set KAFKA_BOOTSTRAP_SERVERS to host:port");
    }
    if (partitions < 1) {
      throw new StageException("kafka.partitions is " + partitions + ": it must be 1 or more");
    }
    if (maxRecordBytes < LEAST_MAX_RECORD_BYTES) {
      throw new StageException(
          "kafka.max-record-bytes is %d: it must be %d or more"
              .formatted(maxRecordBytes, LEAST_MAX_RECORD_BYTES));
    }
    for (String name : properties.keySet()) {
      if (OURS.contains(name)) {
        throw new StageException(
            "the Kafka property '%s' is set by Civicwire itself: take it out of the configuration"
                .formatted(name));
      }
    }
    properties = Map.copyOf(properties);
  }

  /// Plain text, no login, all defaults.
  public static KafkaConfig of(String bootstrapServers) {
    return new KafkaConfig(
        bootstrapServers,
        GroupProtocol.CONSUMER,
        Optional.empty(),
        Optional.empty(),
        "",
        DEFAULT_PARTITIONS,
        Optional.empty(),
        DEFAULT_MAX_RECORD_BYTES,
        Map.of());
  }

  /// The same with another group protocol.
  public KafkaConfig withGroupProtocol(GroupProtocol protocol) {
    return new KafkaConfig(
        bootstrapServers,
        protocol,
        login,
        tls,
        topicPrefix,
        partitions,
        replicationFactor,
        maxRecordBytes,
        properties);
  }

  /// The same with a login and TLS.
  public KafkaConfig withSecurity(Optional<Login> newLogin, Optional<Tls> newTls) {
    return new KafkaConfig(
        bootstrapServers,
        groupProtocol,
        newLogin,
        newTls,
        topicPrefix,
        partitions,
        replicationFactor,
        maxRecordBytes,
        properties);
  }

  /// The same with this prefix and number of partitions of its topics.
  public KafkaConfig withTopics(String prefix, int newPartitions) {
    return new KafkaConfig(
        bootstrapServers,
        groupProtocol,
        login,
        tls,
        prefix,
        newPartitions,
        replicationFactor,
        maxRecordBytes,
        properties);
  }

  /// The same with another limit.
  public KafkaConfig withMaxRecordBytes(int bytes) {
    return new KafkaConfig(
        bootstrapServers,
        groupProtocol,
        login,
        tls,
        topicPrefix,
        partitions,
        replicationFactor,
        bytes,
        properties);
  }

  /// The same with these client properties.
  public KafkaConfig withProperties(Map<String, String> newProperties) {
    return new KafkaConfig(
        bootstrapServers,
        groupProtocol,
        login,
        tls,
        topicPrefix,
        partitions,
        replicationFactor,
        maxRecordBytes,
        newProperties);
  }

  /// Without the values of `properties`: passwords may be among them.
  @Override
  public String toString() {
    return "KafkaConfig[%s, %s, %s, %s, prefix '%s', %d partitions, %d bytes, properties %s]"
        .formatted(
            bootstrapServers,
            groupProtocol,
            login.map(Login::toString).orElse("no login"),
            tls.map(Tls::toString).orElse("no TLS"),
            topicPrefix,
            partitions,
            maxRecordBytes,
            new TreeMap<>(properties).keySet());
  }
}
