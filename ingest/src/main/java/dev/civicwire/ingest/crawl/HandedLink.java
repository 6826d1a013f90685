package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState.OfLink;
import dev.civicwire.contract.CrawlState.OfUrl;
import dev.civicwire.ingest.source.FoundLink;
import dev.civicwire.ingest.source.Source;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A page that is found where another crawl may have its host, or what a source leads to there:
/// told to that one through the log.
final class HandedLink {
  private HandedLink() {}

  static OfLink of(FoundLink link, String source, Instant now) {
    return new OfLink(
        link.url(),
        UrlIdentity.host(link.url()).orElse(""),
        source,
        link.title(),
        link.published(),
        link.updated(),
        now,
        Optional.empty());
  }

  /// What a source leads to.
  ///
  /// @param hops how often it was told on
  static OfLink ofSource(String url, String source, int hops, Instant now) {
    return new OfLink(
        url,
        UrlIdentity.host(url).orElse(""),
        source,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        now,
        Optional.of(hops));
  }

  /// Takes up what was told. The link is deleted in the transaction in which its page is known.
  ///
  /// @param source that led to it; where there is none it is not visited now
  static void takeUp(CrawlRun run, Optional<Source> source, OfLink told) {
    if (told.sourceHops().isPresent()) {
      source.ifPresentOrElse(
          from -> run.lanes().submit(new SourceVisit(run, from, Optional.of(told))),
          // It comes again when the source is due.
          () -> run.outbox().offer(Outbox.Entry.forgetting(List.of(told))));
      return;
    }
    FoundLink link = new FoundLink(told.url(), told.title(), told.published(), told.updated());
    OfUrl state = PageStates.discovered(told.url(), told.source(), run.now());
    boolean news = run.known().discover(state);
    Optional<OfUrl> known = run.known().page(UrlIdentity.of(told.url()));
    boolean due = news || known.map(page -> PageStates.isChanged(page, link)).orElse(false);
    run.outbox().offer(Outbox.Entry.takenUp(told, news ? List.of(state) : List.of()));
    if (due) {
      source.ifPresent(from -> run.lanes().submit(PageVisit.of(run, from, link)));
    }
  }
}
