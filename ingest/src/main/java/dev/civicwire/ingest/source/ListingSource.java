package dev.civicwire.ingest.source;

import java.util.Optional;

/// An HTML page that lists articles, for the many councils and job boards without a feed.
///
/// @param link CSS selector of the article links, or of elements that hold one
/// @param next CSS selector of the link to the next page of the list
public record ListingSource(SourceBasics basics, String link, Optional<String> next)
    implements Source {
  @Override
  public String kind() {
    return "listing";
  }

  @Override
  public SourceReader reader() {
    return new ListingReader(link, next);
  }
}
