package dev.civicwire.ingest.crawl;

/// What comes first where a host has much to do.
enum Urgency {
  /// A source is due: news is why it is read often.
  SOURCE,
  /// A page that was never fetched.
  NEW_PAGE,
  /// Another look at a page.
  KNOWN_PAGE
}
