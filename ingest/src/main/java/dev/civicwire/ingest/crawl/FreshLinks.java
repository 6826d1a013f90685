package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.CrawlState.OfUrl;
import dev.civicwire.ingest.source.FoundLink;
import dev.civicwire.ingest.source.Source;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is new among the links of a source, or said to have changed: what is to be visited here,
/// what has to be remembered before, and what is another crawl's to visit.
final class FreshLinks {
  private final CrawlRun crawl;
  private final Source source;
  private final Instant now;
  private final List<FoundLink> due = new ArrayList<>();
  private final List<CrawlState> states = new ArrayList<>();
  private int handed;

  FreshLinks(CrawlRun crawl, Source source, Instant now) {
    this.crawl = crawl;
    this.source = source;
    this.now = now;
  }

  void look(FoundLink link) {
    if (source.holdsItsArticles()) {
      // Nothing is remembered before the article itself is: it cannot be fetched later.
      if (isNews(link)) {
        due.add(link);
      }
    } else if (!crawl.part().holds(UrlIdentity.host(link.url()).orElse(""))) {
      if (crawl.known().isToHand(link)) {
        states.add(HandedLink.of(link, source.name(), now));
        handed++;
      }
    } else {
      lookHere(link);
    }
  }

  private void lookHere(FoundLink link) {
    String identity = UrlIdentity.of(link.url());
    Optional<OfUrl> known = crawl.known().page(identity);
    if (known.isEmpty() && isTrap(link)) {
      return;
    }
    OfUrl state = PageStates.discovered(link.url(), source.name(), now);
    if (known.isEmpty() && crawl.known().discover(identity, state)) {
      states.add(state);
      due.add(link);
    } else if (known.map(page -> PageStates.isChanged(page, link)).orElse(false)) {
      due.add(link);
    }
  }

  private boolean isTrap(FoundLink link) {
    Optional<String> why = crawl.known().trap(source.name(), link.url(), now);
    if (why.isPresent() && crawl.known().isToTell(link.url())) {
      crawl.tally().on(new CrawlEvent.Trapped(source.name(), link.url(), why.get()));
    }
    return why.isPresent();
  }

  /// Whether an article that the source holds itself is not in the log, or not as it is now.
  private boolean isNews(FoundLink link) {
    return crawl
        .known()
        .page(UrlIdentity.of(link.url()))
        .map(page -> !PageStates.isSettled(page) || PageStates.isChanged(page, link))
        .orElse(true);
  }

  /// All of them.
  int count() {
    return due.size() + handed;
  }

  /// To be visited here.
  List<FoundLink> due() {
    return List.copyOf(due);
  }

  /// To be committed before any of the visits.
  List<CrawlState> states() {
    return List.copyOf(states);
  }
}
