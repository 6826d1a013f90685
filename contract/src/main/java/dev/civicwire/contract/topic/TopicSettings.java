package dev.civicwire.contract.topic;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// With which settings a topic is made. `docs/topics.md` promises them to consumers.
final class TopicSettings {
  private static final String WEEK = millis(Duration.ofDays(7));
  private static final String DAY = millis(Duration.ofDays(1));
  private static final String HOUR = millis(Duration.ofHours(1));

  private TopicSettings() {}

  static Map<String, String> of(KafkaConfig config, TopicName topic) {
    Map<String, String> settings = new TreeMap<>(kept(topic));
    settings.put("max.message.bytes", Integer.toString(Sizes.topicLimit(config, topic)));
    // The broker's clock, so that a record's version does not hang on its writer's.
    settings.put("message.timestamp.type", "LogAppendTime");
    return settings;
  }

  private static Map<String, String> kept(TopicName topic) {
    return switch (topic) {
      case ARTICLES, TAGGED_ARTICLES -> compacted(128 << 20, DAY, WEEK);
      case CRAWL_STATE -> compacted(32 << 20, HOUR, DAY);
      case REJECTED ->
          Map.of(
              "cleanup.policy", "delete",
              "retention.ms", "-1",
              "retention.bytes", "-1",
              "segment.bytes", Integer.toString(128 << 20));
    };
  }

  /// A consumer that was away for `tombstones` may miss a deletion.
  private static Map<String, String> compacted(int segment, String roll, String tombstones) {
    return Map.of(
        "cleanup.policy",
        "compact",
        "segment.bytes",
        Integer.toString(segment),
        "segment.ms",
        roll,
        "min.cleanable.dirty.ratio",
        "0.3",
        "delete.retention.ms",
        tombstones);
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
