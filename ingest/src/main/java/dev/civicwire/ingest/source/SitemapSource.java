package dev.civicwire.ingest.source;

/// A sitemap, a news sitemap or an index of sitemaps.
public record SitemapSource(SourceBasics basics) implements Source {
  @Override
  public String kind() {
    return "sitemap";
  }

  @Override
  public SourceReader reader() {
    return new SitemapReader();
  }
}
