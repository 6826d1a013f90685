package dev.civicwire.contract.topic;

import dev.civicwire.contract.StageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/// The state of the topics and of the stages that read them, at one moment.
///
/// @param topics one for each
/// @param groups one for each stage that reads
public record TopicStatus(List<TopicState> topics, List<GroupState> groups) {
  public TopicStatus {
    topics = List.copyOf(topics);
    groups = List.copyOf(groups);
  }

  /// One topic.
  ///
  /// @param topic which
  /// @param name full
  /// @param partitions how many
  /// @param records about: counted by offsets, so that marks of transactions count and compacted
  ///     ones too
  /// @param lastActivity when the newest record was written
  public record TopicState(
      TopicName topic, String name, int partitions, long records, Optional<Instant> lastActivity) {}

  /// One consumer group.
  ///
  /// @param group which
  /// @param name full
  /// @param members running processes
  /// @param lag records yet to do
  /// @param lastActivity when it last committed work
  public record GroupState(
      StageGroup group, String name, int members, long lag, Optional<Instant> lastActivity) {}

  /// Asks the broker.
  ///
  /// @throws StageException where it does not answer or a topic is missing
  public static TopicStatus read(KafkaConfig config) {
    new Topics(config).existing();
    ConsumerGroups groups = new ConsumerGroups(config);
    Names names = Names.of(config);
    try (Admin admin = new ClientSettings(config).admin()) {
      List<TopicState> topics = new ArrayList<>();
      for (TopicName topic : TopicName.values()) {
        topics.add(state(admin, groups.places(admin, topic), topic, names));
      }
      List<GroupState> states = new ArrayList<>();
      for (StageGroup group : StageGroup.values()) {
        states.add(
            new GroupState(
                group,
                names.group(group),
                groups.members(admin, group),
                groups.lag(admin, group),
                groups.lastActivity(admin, group)));
      }
      return new TopicStatus(topics, states);
    } catch (KafkaException e) {
      throw Failures.stage(config, "the status cannot be read", e);
    }
  }

  private static TopicState state(
      Admin admin, List<TopicPartition> places, TopicName topic, Names names) {
    Map<TopicPartition, Long> first = ConsumerGroups.offsets(admin, places, OffsetSpec.earliest());
    Map<TopicPartition, Long> end = ConsumerGroups.offsets(admin, places, OffsetSpec.latest());
    long records = 0;
    for (TopicPartition place : places) {
      records += end.getOrDefault(place, 0L) - first.getOrDefault(place, 0L);
    }
    Optional<Instant> newest =
        ConsumerGroups.infos(admin, places, OffsetSpec.maxTimestamp()).values().stream()
            .map(ListOffsetsResultInfo::timestamp)
            .filter(timestamp -> timestamp >= 0)
            .max(Long::compare)
            .map(Instant::ofEpochMilli);
    return new TopicState(topic, names.topic(topic), places.size(), records, newest);
  }
}
