package dev.civicwire.contract.topic;

/// The topics by what they carry.
public enum TopicName {
  /// Articles as crawled, compacted by id.
  ARTICLES("civicwire.articles.v1"),
  /// Articles with their tags, compacted by id.
  TAGGED_ARTICLES("civicwire.tagged-articles.v1"),
  /// What a stage could not handle, kept for ever.
  REJECTED("civicwire.rejected.v1"),
  /// What the crawler remembers, compacted.
  CRAWL_STATE("civicwire.crawl-state.v1");

  private final String suffix;

  TopicName(String suffix) {
    this.suffix = suffix;
  }

  /// The name after the installation's prefix.
  String suffix() {
    return suffix;
  }
}
