package dev.civicwire.ingest.crawl;

import java.util.Optional;

/// What happens while crawling, for progress lines and metrics. Events tell of work as it is done,
/// before its commit.
public sealed interface CrawlEvent {
  /// Name of the source.
  String source();

  /// A source was read.
  ///
  /// @param links found in it
  /// @param due of them, new or said to have changed
  record SourceRead(String source, String url, int links, int due) implements CrawlEvent {}

  /// A source could not be read.
  record SourceFailed(String source, String url, String reason) implements CrawlEvent {}

  /// A source's server says that it is elsewhere for good (301, 308), where it was read this time.
  record SourceMoved(String source, String url, String target) implements CrawlEvent {}

  /// A page came.
  record Fetched(String source, String url, int bytes) implements CrawlEvent {}

  /// A page holds an article that is new or has changed.
  record ArticleFound(
      String source, String url, String id, String title, int characters, boolean changed)
      implements CrawlEvent {}

  /// A page is as it was, or holds an article that is known from another page.
  record Nothing(String source, String url, String outcome) implements CrawlEvent {}

  /// A page holds no usable article.
  record Refused(String source, String url, String reason, String message) implements CrawlEvent {}

  /// A page is not for crawlers.
  record Forbidden(String source, String url, String why) implements CrawlEvent {}

  /// A page has vanished.
  record Gone(String source, String url, int status, Optional<String> articleId)
      implements CrawlEvent {}

  /// A page is elsewhere.
  record Moved(String source, String url, String target, int status) implements CrawlEvent {}

  /// A page could not be fetched.
  record Failed(String source, String url, String reason, String detail) implements CrawlEvent {}

  /// A page is left for later because its host asks for patience.
  record Deferred(String source, String url, String why) implements CrawlEvent {}

  /// An address is left unfetched, being one of those that a server makes up without end. Told
  /// once of each address, in a crawl's time.
  record Trapped(String source, String url, String why) implements CrawlEvent {}

  /// A part of an index of sitemaps is not asked any more, unless the index says that it has
  /// changed.
  ///
  /// @param outcome of its last reading: `gone`, or `read` where it has had nothing new for long
  record SitemapRetired(String source, String url, String outcome) implements CrawlEvent {}

  /// A source and all pages it led to are done.
  record SourceDone(String source, SourceCounts counts) implements CrawlEvent {}
}
