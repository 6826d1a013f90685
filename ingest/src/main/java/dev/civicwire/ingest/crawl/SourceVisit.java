package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.CrawlState.OfSource;
import dev.civicwire.ingest.source.FoundLink;
import dev.civicwire.ingest.source.PageSource;
import dev.civicwire.ingest.source.Source;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads one source and sends out visits to what is new in it. New pages and the source's state are
/// committed before any of the pages, so that a crash loses no link.
record SourceVisit(CrawlRun crawl, Source from) implements Visit {
  /// Links remembered in one commit.
  private static final int CHUNK = 200;

  @Override
  public String key() {
    return "source " + from.name();
  }

  @Override
  public String host() {
    return UrlIdentity.host(from.url()).orElse("");
  }

  @Override
  public String source() {
    return from.name();
  }

  private Optional<OfSource> before() {
    return crawl.known().source(from.name()).filter(state -> state.url().equals(from.url()));
  }

  @Override
  public void run(HostLane lane) throws InterruptedException {
    if (from instanceof PageSource) {
      FoundLink itself =
          new FoundLink(from.url(), Optional.empty(), Optional.empty(), Optional.of(crawl.now()));
      accept(new SourceOutcome.Read(List.of(itself), Optional.empty(), Optional.empty(), false));
      return;
    }
    switch (new SourceWalk(crawl, from, lane).walk(before())) {
      case SourceOutcome.Read read -> accept(read);
      case SourceOutcome.Unchanged unchanged -> unchanged();
      case SourceOutcome.Held held -> defer(held.until(), held.why());
      case SourceOutcome.Failed failed -> failed(failed, lane.heldUntil());
    }
  }

  @Override
  public void defer(Instant until, String why) throws InterruptedException {
    Instant now = crawl.now();
    record(SourceStates.deferred(from, before(), now, until, why));
    crawl.tally().on(new CrawlEvent.Deferred(from.name(), from.url(), why));
  }

  private void unchanged() throws InterruptedException {
    record(SourceStates.unchanged(from, before(), crawl.now()));
    crawl.tally().on(new CrawlEvent.SourceRead(from.name(), from.url(), 0, 0));
  }

  private void failed(SourceOutcome.Failed failed, Instant notBefore) throws InterruptedException {
    OfSource state = SourceStates.failed(from, before(), crawl.now(), notBefore, failed);
    record(state);
    crawl.tally().on(new CrawlEvent.SourceFailed(from.name(), from.url(), failed.reason()));
  }

  private void accept(SourceOutcome.Read read) throws InterruptedException {
    Instant now = crawl.now();
    FreshLinks fresh = new FreshLinks(crawl, from, now);
    for (FoundLink link : read.links()) {
      if (fresh.count() >= from.maxArticles() && crawl.dates().isEmpty()) {
        break;
      }
      fresh.look(link);
    }
    boolean complete =
        fresh.count() < from.maxArticles()
            && !read.cut()
            && !from.holdsItsArticles()
            && crawl.dates().isEmpty();
    List<CrawlState> found = fresh.states();
    for (int i = 0; i < found.size(); i += CHUNK) {
      crawl
          .outbox()
          .add(Outbox.Entry.of(List.copyOf(found.subList(i, Math.min(i + CHUNK, found.size())))));
    }
    record(SourceStates.read(from, read, complete, now));
    crawl
        .tally()
        .on(new CrawlEvent.SourceRead(from.name(), from.url(), read.links().size(), fresh.count()));
    fresh.due().forEach(link -> crawl.lanes().submit(PageVisit.of(crawl, from, link)));
  }

  private void record(OfSource state) throws InterruptedException {
    crawl.outbox().add(Outbox.Entry.of(state));
    crawl.known().put(state);
  }
}
