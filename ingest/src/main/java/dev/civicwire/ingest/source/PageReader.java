package dev.civicwire.ingest.source;

import dev.civicwire.ingest.FetchedPage;
import java.util.List;

/// A watched page leads to itself.
final class PageReader implements SourceReader {
  @Override
  public Reading read(FetchedPage page) {
    return new Reading(List.of(FoundLink.bare(page.requestedUrl())), List.of());
  }
}
