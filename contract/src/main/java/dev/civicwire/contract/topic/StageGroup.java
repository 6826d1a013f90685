package dev.civicwire.contract.topic;

/// The consumer groups of the stages.
public enum StageGroup {
  /// `civicwire-enrich`, reads articles.
  ENRICH(TopicName.ARTICLES),
  /// `civicwire-index`, reads tagged articles.
  INDEX(TopicName.TAGGED_ARTICLES);

  private final TopicName input;

  StageGroup(TopicName input) {
    this.input = input;
  }

  /// What the group reads.
  public TopicName input() {
    return input;
  }
}
