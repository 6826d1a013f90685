package dev.civicwire.ingest.source;

import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.opendata.OcdsPackage;
import java.util.List;
import java.util.Optional;

/// Each release of a package is a link that needs no request: its article is made of the release.
final class OcdsReader implements SourceReader {
  @Override
  public Reading read(FetchedPage page) throws UnreadableSourceException {
    OcdsPackage read =
        OcdsPackage.read(page.url(), page.body().toByteArray())
            .orElseThrow(
                () ->
                    new UnreadableSourceException(
                        page.url()
                            + " is no OCDS release package; check the address or set another"
                            + " kind"));
    List<FoundLink> links =
        read.releases().stream()
            .map(
                r ->
                    new FoundLink(
                        r.url(), r.title(), Optional.empty(), r.date(), Optional.of(r.body())))
            .toList();
    return new Reading(links, read.next().stream().toList());
  }
}
