package dev.civicwire.contract.topic;

import java.util.Optional;

/// Names of topics and groups under an installation's prefix.
record Names(String prefix) {
  private static final String ENRICH = "civicwire-enrich";
  private static final String CRAWL = "civicwire-crawl";
  private static final String INDEX = "civicwire-index";

  static Names of(KafkaConfig config) {
    return new Names(config.topicPrefix());
  }

  String topic(TopicName topic) {
    return prefix + topic.suffix();
  }

  /// The topic of that name, where it is one of ours.
  Optional<TopicName> parse(String name) {
    for (TopicName topic : TopicName.values()) {
      if (topic(topic).equals(name)) {
        return Optional.of(topic);
      }
    }
    return Optional.empty();
  }

  String group(StageGroup group) {
    return prefix
        + switch (group) {
          case ENRICH -> ENRICH;
          case INDEX -> INDEX;
        };
  }

  /// The group of the crawls that share the hosts.
  String crawlGroup() {
    return prefix + CRAWL;
  }

  /// Where a writer with a transactional id notes how far it is.
  String writerGroup(String transactionalId) {
    return prefix + "civicwire-" + transactionalId;
  }
}
