package dev.civicwire.contract.topic;

import dev.civicwire.contract.StageException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The crawls on a broker: one that has all hosts to itself, or several that share them.
record CrawlMembers(ClientSettings clients) {
  private static final Logger LOG = LoggerFactory.getLogger(CrawlMembers.class);

  /// A killed process counts as long as its session: 45 s with a broker's own settings.
  private static final Duration LONGEST_SESSION = Duration.ofSeconds(50);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  /// This process, unlike every other.
  static String newInstance() {
    return "process %d since %s, %s"
        .formatted(ProcessHandle.current().pid(), Instant.now(), UUID.randomUUID());
  }

  /// The transactional id of whoever crawls the hosts of a partition.
  static String shareId(int partition) {
    return "ingest-part-" + partition;
  }

  static List<String> shareIds(int partitions) {
    return IntStream.range(0, partitions).mapToObj(CrawlMembers::shareId).toList();
  }

  /// Returns when no crawl shares the hosts; waits for the end of a killed one's session.
  ///
  /// @throws StageException where there still is one
  void refuseActive() {
    Instant end = Instant.now().plus(LONGEST_SESSION);
    boolean told = false;
    try (Admin admin = clients.admin()) {
      for (int active = count(admin); active > 0; active = count(admin)) {
        if (Instant.now().isAfter(end)) {
          throw new StageException(
              "%d crawls by schedule are at work (ingest serve, up): they crawl what is due; stop"
                      .formatted(active)
                  + " them first if this one shall");
        }
        if (!told) {
          LOG.warn("a crawl by schedule is at work, or was killed: waiting for its end");
          told = true;
        }
        Thread.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException e) {
      throw Failures.interrupted(e);
    } catch (KafkaException e) {
      throw Failures.stage(clients.config(), "it cannot be found out who crawls", e);
    }
  }

  private int count(Admin admin) {
    String group = Names.of(clients.config()).crawlGroup();
    try {
      return Failures.await(
              admin.describeConsumerGroups(List.of(group)).describedGroups().get(group))
          .members()
          .size();
    } catch (GroupIdNotFoundException e) {
      return 0;
    }
  }

  /// Ends the writing of all that ever wrote under one of these ids.
  ///
  /// @param instance whose mark they find
  void takeOver(Collection<String> ids, String instance) {
    try (Admin admin = clients.admin()) {
      List<String> used = used(admin, ids);
      if (used.isEmpty()) {
        return;
      }
      String prefix = clients.config().topicPrefix();
      Failures.await(admin.fenceProducers(used.stream().map(id -> prefix + id).toList()).all());
      Names names = Names.of(clients.config());
      Map<TopicPartition, OffsetAndMetadata> mark =
          WriterMark.offsets(names, new WriterMark(instance, 0));
      for (String id : used) {
        Failures.await(admin.alterConsumerGroupOffsets(names.writerGroup(id), mark).all());
      }
    } catch (KafkaException e) {
      throw Failures.stage(clients.config(), "the crawl log cannot be taken over", e);
    }
  }

  private List<String> used(Admin admin, Collection<String> ids) {
    Names names = Names.of(clients.config());
    Map<String, ListConsumerGroupOffsetsSpec> asked = new HashMap<>();
    ids.forEach(id -> asked.put(names.writerGroup(id), new ListConsumerGroupOffsetsSpec()));
    var answers = admin.listConsumerGroupOffsets(asked);
    return ids.stream().filter(id -> isUsed(answers, names.writerGroup(id))).toList();
  }

  private static boolean isUsed(ListConsumerGroupOffsetsResult answers, String group) {
    try {
      return !Failures.await(answers.partitionsToOffsetAndMetadata(group)).isEmpty();
    } catch (GroupIdNotFoundException e) {
      return false;
    }
  }
}
