package dev.civicwire.ingest.crawl;

/// The outcomes of a page in the crawl state.
final class Outcomes {
  /// Found in a source and not fetched yet.
  static final String DISCOVERED = "discovered";

  static final String ARTICLE = "article";
  static final String UNCHANGED = "unchanged";
  static final String DUPLICATE = "duplicate";
  static final String MOVED = "moved";
  static final String GONE = "gone";
  static final String FORBIDDEN = "forbidden";
  static final String REJECTED = "rejected";
  static final String FAILED = "failed";

  /// Left unfetched: one of addresses without end.
  static final String TRAP = "trap";

  private Outcomes() {}
}
