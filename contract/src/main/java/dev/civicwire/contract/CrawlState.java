package dev.civicwire.contract;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Optional;

/// What the crawler remembers, one record a key in the compacted topic.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface CrawlState permits CrawlState.OfUrl, CrawlState.OfSource {
  /// Key in the topic.
  String key();

  /// The host whose partition holds it.
  String host();

  /// A page.
  ///
  /// @param url as it was asked for, normalised
  /// @param host of the URL
  /// @param source that led to it
  /// @param outcome of the last fetch, such as `article`, `unchanged`, `moved`, `gone`,
  ///     `forbidden`, `failed`, `rejected`
  /// @param detail one line on the outcome
  /// @param etag validator for the conditional GET
  /// @param lastModified validator for the conditional GET
  /// @param contentHash of the article's text
  /// @param articleId of the article it gave
  /// @param fetchedAt last fetch
  /// @param nextDue when to look again
  /// @param failures in a row
  @JsonTypeName("url")
  record OfUrl(
      String url,
      String host,
      String source,
      String outcome,
      Optional<String> detail,
      Optional<String> etag,
      Optional<String> lastModified,
      Optional<String> contentHash,
      Optional<String> articleId,
      Instant fetchedAt,
      Instant nextDue,
      int failures)
      implements CrawlState {
    @Override
    public String key() {
      return "url " + url;
    }
  }

  /// A source.
  ///
  /// @param source name
  /// @param host of its URL
  /// @param url of the feed, sitemap or listing
  /// @param etag validator for the conditional GET
  /// @param lastModified validator for the conditional GET
  /// @param lastCrawl when it was last read
  /// @param nextDue when to read it again
  /// @param found links in the last reading
  /// @param error of the last reading
  /// @param failures in a row
  /// @param paused true while the operator holds it
  @JsonTypeName("source")
  record OfSource(
      String source,
      String host,
      String url,
      Optional<String> etag,
      Optional<String> lastModified,
      Instant lastCrawl,
      Instant nextDue,
      int found,
      Optional<String> error,
      int failures,
      boolean paused)
      implements CrawlState {
    @Override
    public String key() {
      return "source " + source;
    }
  }
}
