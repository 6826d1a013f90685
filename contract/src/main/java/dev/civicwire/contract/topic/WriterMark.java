package dev.civicwire.contract.topic;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// How far a writer is, noted in each of its transactions as a group's offset: so it can be found
/// out afterwards whether a transaction was committed whose answer was lost, and who took over.
///
/// @param instance the writer's process, unlike every other
/// @param sequence of its transactions
record WriterMark(String instance, long sequence) {
  static Map<TopicPartition, OffsetAndMetadata> offsets(Names names, WriterMark mark) {
    return Map.of(place(names), new OffsetAndMetadata(mark.sequence, mark.instance));
  }

  /// The membership of one that commits for a group without being in it.
  static ConsumerGroupMetadata group(ClientSettings settings, String transactionalId) {
    return settings.outsider(Names.of(settings.config()).writerGroup(transactionalId));
  }

  /// The mark of the last committed transaction of that id.
  static Optional<WriterMark> read(ClientSettings settings, String transactionalId) {
    Names names = Names.of(settings.config());
    try (Admin admin = settings.admin()) {
      String group = names.writerGroup(transactionalId);
      ListConsumerGroupOffsetsOptions stable =
          new ListConsumerGroupOffsetsOptions().requireStable(true);
      Map<TopicPartition, OffsetAndMetadata> offsets =
          Failures.await(
              admin.listConsumerGroupOffsets(group, stable).partitionsToOffsetAndMetadata());
      return Optional.ofNullable(offsets.get(place(names)))
          .map(offset -> new WriterMark(offset.metadata(), offset.offset()));
    }
  }

  private static TopicPartition place(Names names) {
    return new TopicPartition(names.topic(TopicName.CRAWL_STATE), 0);
  }
}
