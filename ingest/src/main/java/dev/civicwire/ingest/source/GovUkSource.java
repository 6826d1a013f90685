package dev.civicwire.ingest.source;

/// GOV.UK's search API or content API: pages of `www.gov.uk` with their titles and dates, as JSON.
public record GovUkSource(SourceBasics basics) implements Source {
  @Override
  public String kind() {
    return "govuk";
  }

  @Override
  public SourceReader reader() {
    return new GovUkReader();
  }
}
