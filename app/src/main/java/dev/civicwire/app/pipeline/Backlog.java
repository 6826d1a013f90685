package dev.civicwire.app.pipeline;

import dev.civicwire.contract.topic.KafkaConfig;
import dev.civicwire.contract.topic.TopicStatus;

/// How much the stages have yet to do.
final class Backlog {
  private final KafkaConfig kafka;

  Backlog(KafkaConfig kafka) {
    this.kafka = kafka;
  }

  /// Records that a stage has not committed yet, of all stages together.
  long records() {
    return TopicStatus.read(kafka).groups().stream()
        .mapToLong(TopicStatus.GroupState::lag)
        .sum();
  }
}
