package dev.civicwire.ingest.source;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// A place that leads to articles. One record a kind.
public sealed interface Source
    permits FeedSource, SitemapSource, ListingSource, PageSource, GovUkSource, OcdsSource {
  /// What every kind has.
  SourceBasics basics();

  /// The word that stands for this kind in the source file.
  String kind();

  /// What finds the links in this source's pages. Readers hold no state and are safe for threads.
  SourceReader reader();

  /// Whether the source itself holds the articles, so that no page of theirs is fetched.
  default boolean holdsItsArticles() {
    return false;
  }

  /// Unique name, the key of its crawl state.
  default String name() {
    return basics().name();
  }

  /// Address of the feed, sitemap, listing or page.
  default String url() {
    return basics().url();
  }

  /// When it is read.
  default Schedule schedule() {
    return basics().schedule();
  }

  /// Only links that this pattern finds itself in are articles.
  default Optional<Pattern> article() {
    return basics().article();
  }

  /// Most pages of the source itself (listing pages, sitemaps of an index) in one reading.
  default int maxPages() {
    return basics().maxPages();
  }

  /// Most links taken in one reading; the rest is taken in the next ones.
  default int maxArticles() {
    return basics().maxArticles();
  }

  /// Most article pages fetched in one day (UTC); the rest is left for the next day.
  default OptionalInt maxPerDay() {
    return basics().maxPerDay();
  }

  /// Whether the operator holds it.
  default boolean paused() {
    return basics().paused();
  }

  /// Pause between two requests to its host, where it differs from the crawler's.
  default Optional<Duration> delay() {
    return basics().delay();
  }
}
