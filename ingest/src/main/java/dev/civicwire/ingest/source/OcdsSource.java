package dev.civicwire.ingest.source;

/// Release packages of the Open Contracting Data Standard: notices of tenders and awards, as data.
public record OcdsSource(SourceBasics basics) implements Source {
  @Override
  public String kind() {
    return "ocds";
  }

  @Override
  public SourceReader reader() {
    return new OcdsReader();
  }

  @Override
  public boolean holdsItsArticles() {
    return true;
  }
}
