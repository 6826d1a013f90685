package dev.civicwire.contract.topic;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/// How large records are and may be, in bytes.
final class Sizes {
  /// For the frame of a batch of one record, generously.
  private static final int FRAME = 256;

  /// For lengths and signs around one header.
  private static final int HEADER_FRAME = 10;

  /// By which the broker's limit lies above ours, so that a record we let pass is never refused.
  private static final int SLACK = 128 << 10;

  /// What the headers of a rejection may add to the record that was rejected.
  private static final int REJECTION_SLACK = 256 << 10;

  private Sizes() {}

  static int of(ProducerRecord<byte[], byte[]> record) {
    int size = FRAME + length(record.key()) + length(record.value());
    for (Header header : record.headers()) {
      size += HEADER_FRAME + header.key().length() + length(header.value());
    }
    return size;
  }

  private static int length(byte @org.jspecify.annotations.Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  /// `max.message.bytes` of a topic.
  static int topicLimit(KafkaConfig config, TopicName topic) {
    return switch (topic) {
      case ARTICLES, TAGGED_ARTICLES, CRAWL_STATE -> config.maxRecordBytes() + SLACK;
      case REJECTED -> config.maxRecordBytes() + REJECTION_SLACK;
    };
  }

  /// `max.request.size` of a producer.
  static int largestRequest(KafkaConfig config) {
    return config.maxRecordBytes() + REJECTION_SLACK;
  }
}
