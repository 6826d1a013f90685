package dev.civicwire.ingest.source;

/// An RSS, Atom or JSON feed.
public record FeedSource(SourceBasics basics) implements Source {
  @Override
  public String kind() {
    return "feed";
  }

  @Override
  public SourceReader reader() {
    return new FeedReader();
  }
}
