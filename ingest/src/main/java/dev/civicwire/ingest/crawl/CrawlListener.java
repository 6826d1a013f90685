package dev.civicwire.ingest.crawl;

/// Hears what happens while crawling. It is called from many threads at once and must not block.
@FunctionalInterface
public interface CrawlListener {
  /// Called after each step.
  void on(CrawlEvent event);

  /// A listener that hears nothing.
  static CrawlListener none() {
    return event -> {};
  }
}
