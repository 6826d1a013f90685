package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.CrawlState.OfSitemap;
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
  public Urgency urgency() {
    return Urgency.SOURCE;
  }

  @Override
  public void run(HostLane lane) throws InterruptedException {
    if (from instanceof PageSource) {
      FoundLink itself =
          new FoundLink(from.url(), Optional.empty(), Optional.empty(), Optional.of(crawl.now()));
      accept(SourceOutcome.Read.of(itself), Optional.empty());
      return;
    }
    SourceWalk walk = new SourceWalk(crawl, from, lane);
    SourceOutcome outcome = walk.walk(before());
    walk.movedTo()
        .ifPresent(to -> crawl.tally().on(new CrawlEvent.SourceMoved(from.name(), from.url(), to)));
    switch (outcome) {
      case SourceOutcome.Read read -> accept(read, walk.movedTo());
      case SourceOutcome.Unchanged unchanged -> unchanged(walk.movedTo());
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

  private void unchanged(Optional<String> movedTo) throws InterruptedException {
    record(SourceStates.unchanged(from, before(), crawl.now()).movedTo(movedTo));
    crawl.tally().on(new CrawlEvent.SourceRead(from.name(), from.url(), 0, 0));
  }

  private void failed(SourceOutcome.Failed failed, Instant notBefore) throws InterruptedException {
    OfSource state = SourceStates.failed(from, before(), crawl.now(), notBefore, failed);
    record(state);
    crawl.tally().on(new CrawlEvent.SourceFailed(from.name(), from.url(), failed.reason()));
  }

  private void accept(SourceOutcome.Read read, Optional<String> movedTo)
      throws InterruptedException {
    Instant now = crawl.now();
    FreshLinks fresh = new FreshLinks(crawl, from, now);
    int looked = 0;
    for (FoundLink link : read.links()) {
      if (fresh.count() >= from.maxArticles() && crawl.dates().isEmpty()) {
        break;
      }
      fresh.look(link);
      looked++;
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
    remember(read, looked);
    record(SourceStates.read(from, read, complete, now).movedTo(movedTo));
    crawl
        .tally()
        .on(new CrawlEvent.SourceRead(from.name(), from.url(), read.links().size(), fresh.count()));
    fresh.due().forEach(link -> crawl.lanes().submit(PageVisit.of(crawl, from, link)));
  }

  /// What was read of the parts of an index, as far as all their links were taken.
  private void remember(SourceOutcome.Read read, int looked) throws InterruptedException {
    List<OfSitemap> parts =
        read.parts().stream()
            .filter(part -> part.links() <= looked)
            .map(SitemapParts.Read::state)
            .toList();
    if (parts.isEmpty() && read.forgotten().isEmpty()) {
      return;
    }
    crawl
        .outbox()
        .add(
            new Outbox.Entry(
                List.of(), List.copyOf(parts), List.of(), List.copyOf(read.forgotten())));
    for (OfSitemap part : parts) {
      boolean before =
          crawl.known().sitemap(from.name(), part.url()).map(OfSitemap::retired).orElse(false);
      crawl.known().put(part);
      if (part.retired() && !before) {
        crawl.tally().on(new CrawlEvent.SitemapRetired(from.name(), part.url(), part.outcome()));
      }
    }
    read.forgotten().forEach(part -> crawl.known().forget(part.key()));
  }

  private void record(OfSource state) throws InterruptedException {
    crawl.outbox().add(Outbox.Entry.of(state));
    crawl.known().put(state);
  }
}
