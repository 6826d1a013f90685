package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState.OfLink;
import dev.civicwire.contract.CrawlState.OfUrl;
import dev.civicwire.ingest.source.FoundLink;
import dev.civicwire.ingest.source.Source;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A page that is found where another crawl may have its host: told to that one through the log.
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
        now);
  }

  /// Takes up what was told. The link is deleted in the transaction in which its page is known.
  static void takeUp(CrawlRun run, Map<String, Source> sources, OfLink told) {
    FoundLink link = new FoundLink(told.url(), told.title(), told.published(), told.updated());
    OfUrl state = PageStates.discovered(told.url(), told.source(), run.now());
    boolean news = run.known().discover(state);
    Optional<OfUrl> known = run.known().page(UrlIdentity.of(told.url()));
    boolean due = news || known.map(page -> PageStates.isChanged(page, link)).orElse(false);
    run.outbox().offer(Outbox.Entry.takenUp(told, news ? List.of(state) : List.of()));
    @Nullable Source source = sources.get(told.source());
    if (due && source != null) {
      run.lanes().submit(PageVisit.of(run, source, link));
    }
  }
}
