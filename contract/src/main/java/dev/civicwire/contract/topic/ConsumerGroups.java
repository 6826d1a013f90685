package dev.civicwire.contract.topic;

import dev.civicwire.contract.StageException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownMemberIdException;

/// How far the stages' consumer groups are, and setting them back.
public final class ConsumerGroups {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final KafkaConfig config;
  private final ClientSettings clients;
  private final Names names;

  public ConsumerGroups(KafkaConfig config) {
    this.config = config;
    this.clients = new ClientSettings(config);
    this.names = Names.of(config);
  }

  /// How many records the group has yet to commit, counting the marks that end transactions; 0
  /// exactly where all is done.
  ///
  /// @throws StageException where the broker does not answer or the topic is missing
  public long lag(StageGroup group) {
    try (Admin admin = clients.admin()) {
      return lag(admin, group);
    } catch (KafkaException e) {
      throw Failures.stage(config, "the lag of " + names.group(group) + " is unknown", e);
    }
  }

  long lag(Admin admin, StageGroup group) {
    List<TopicPartition> places = places(admin, group.input());
    Map<TopicPartition, Long> end = offsets(admin, places, OffsetSpec.latest());
    Map<TopicPartition, Long> first = offsets(admin, places, OffsetSpec.earliest());
    Map<TopicPartition, OffsetAndMetadata> committed = committed(admin, group);
    long lag = 0;
    for (TopicPartition place : places) {
      long start = first.getOrDefault(place, 0L);
      OffsetAndMetadata done = committed.get(place);
      long at = done == null ? start : Math.max(start, done.offset());
      lag += Math.max(0, end.getOrDefault(place, 0L) - at);
    }
    return lag;
  }

  /// When the group last committed work.
  Optional<Instant> lastActivity(Admin admin, StageGroup group) {
    return StageActivity.last(committed(admin, group).values());
  }

  private Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, StageGroup group) {
    try {
      return Failures.await(
          admin
              .listConsumerGroupOffsets(
                  names.group(group), new ListConsumerGroupOffsetsOptions().requireStable(true))
              .partitionsToOffsetAndMetadata());
    } catch (GroupIdNotFoundException e) {
      return Map.of();
    }
  }

  /// Waits until the group has committed all that its topic holds.
  ///
  /// @return false where that did not come true within `patience`
  public boolean awaitCaughtUp(StageGroup group, Duration patience) {
    Instant end = Instant.now().plus(patience);
    try (Admin admin = clients.admin()) {
      while (lag(admin, group) > 0) {
        if (Instant.now().isAfter(end)) {
          return false;
        }
        pause();
      }
      return true;
    } catch (KafkaException e) {
      throw Failures.stage(config, "the lag of " + names.group(group) + " is unknown", e);
    }
  }

  /// Sets the group back to the start of its topic: the way to tag everything anew (`retag`), since
  /// so every article still goes through one process, in order and exactly once. All processes of
  /// the stage must have ended.
  ///
  /// @return how many records will be read again, about
  /// @throws StageException where one of them still runs
  public long resetToStart(StageGroup group) {
    try (Admin admin = clients.admin()) {
      refuseActive(admin, group);
      Map<TopicPartition, OffsetAndMetadata> start = new HashMap<>();
      offsets(admin, places(admin, group.input()), OffsetSpec.earliest())
          .forEach((place, offset) -> start.put(place, new OffsetAndMetadata(offset)));
      Failures.await(admin.alterConsumerGroupOffsets(names.group(group), start).all());
      return lag(admin, group);
    } catch (UnknownMemberIdException e) {
      throw active(group, 1);
    } catch (KafkaException e) {
      throw Failures.stage(config, names.group(group) + " cannot be set back", e);
    }
  }

  private void refuseActive(Admin admin, StageGroup group) {
    int members = members(admin, group);
    if (members > 0) {
      throw active(group, members);
    }
  }

  private StageException active(StageGroup group, int members) {
    return new StageException(
        "%s still has %d running processes: stop them first (a killed one counts for a minute)"
            .formatted(names.group(group), members));
  }

  int members(Admin admin, StageGroup group) {
    String name = names.group(group);
    try {
      return Failures.await(admin.describeConsumerGroups(List.of(name)).describedGroups().get(name))
          .members()
          .size();
    } catch (GroupIdNotFoundException e) {
      return 0;
    }
  }

  List<TopicPartition> places(Admin admin, TopicName topic) {
    String name = names.topic(topic);
    int partitions =
        Failures.await(admin.describeTopics(List.of(name)).topicNameValues().get(name))
            .partitions()
            .size();
    return IntStream.range(0, partitions).mapToObj(p -> new TopicPartition(name, p)).toList();
  }

  /// Ends count what is not committed yet: a commit is answered before its marks stand in all
  /// partitions, and what cannot be read for a moment would else seem done.
  static Map<TopicPartition, Long> offsets(
      Admin admin, List<TopicPartition> places, OffsetSpec spec) {
    return infos(admin, places, spec).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, info -> info.getValue().offset()));
  }

  static Map<TopicPartition, ListOffsetsResultInfo> infos(
      Admin admin, List<TopicPartition> places, OffsetSpec spec) {
    Map<TopicPartition, OffsetSpec> request =
        places.stream().collect(Collectors.toMap(place -> place, place -> spec));
    return Failures.await(
        admin.listOffsets(request, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED)).all());
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      throw Failures.interrupted(e);
    }
  }
}
