package dev.civicwire.ingest.source;

/// One page that is watched for changes; it is the article itself.
public record PageSource(SourceBasics basics) implements Source {
  @Override
  public String kind() {
    return "page";
  }

  @Override
  public SourceReader reader() {
    return new PageReader();
  }
}
