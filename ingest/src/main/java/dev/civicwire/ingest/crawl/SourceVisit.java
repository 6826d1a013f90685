package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.CrawlState.OfLink;
import dev.civicwire.contract.CrawlState.OfSitemap;
import dev.civicwire.contract.CrawlState.OfSource;
import dev.civicwire.ingest.source.FoundLink;
import dev.civicwire.ingest.source.PageSource;
import dev.civicwire.ingest.source.Source;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads one source and sends out visits to what is new in it. New pages and the source's state are
/// committed before any of the pages, so that a crash loses no link.
///
/// @param handed what the source leads to on this part's hosts, told by the crawl of its own host:
///     that one keeps its state
record SourceVisit(CrawlRun crawl, Source from, Optional<OfLink> handed) implements Visit {
  /// Links remembered in one commit.
  private static final int CHUNK = 200;

  SourceVisit(CrawlRun crawl, Source from) {
    this(crawl, from, Optional.empty());
  }

  private String url() {
    return handed.map(OfLink::url).orElse(from.url());
  }

  @Override
  public String key() {
    return "source " + from.name() + handed.map(link -> " at " + link.url()).orElse("");
  }

  @Override
  public String host() {
    return UrlIdentity.host(url()).orElse("");
  }

  @Override
  public String source() {
    return from.name();
  }

  private Optional<OfSource> before() {
    return crawl
        .known()
        .source(from.name())
        .filter(state -> handed.isEmpty() && state.url().equals(from.url()));
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
    SourceOutcome outcome = walk.walk(url(), before());
    handOver(walk.elsewhere());
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
    crawl.tally().on(new CrawlEvent.Deferred(from.name(), url(), why));
  }

  private void unchanged(Optional<String> movedTo) throws InterruptedException {
    record(SourceStates.unchanged(from, before(), crawl.now()).movedTo(movedTo));
    crawl.tally().on(new CrawlEvent.SourceRead(from.name(), url(), 0, 0));
  }

  private void failed(SourceOutcome.Failed failed, Instant notBefore) throws InterruptedException {
    OfSource state = SourceStates.failed(from, before(), crawl.now(), notBefore, failed);
    record(state);
    crawl.tally().on(new CrawlEvent.SourceFailed(from.name(), url(), failed.reason()));
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
        .on(new CrawlEvent.SourceRead(from.name(), url(), read.links().size(), fresh.count()));
    fresh.due().forEach(link -> crawl.lanes().submit(PageVisit.of(crawl, from, link)));
  }

  /// What was read of the parts of an index, as far as all their links were taken.
  private void remember(SourceOutcome.Read read, int looked) throws InterruptedException {
    if (handed.isPresent()) {
      return;
    }
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

  /// What is on hosts of other parts is read by whoever crawls those, as redirects of pages are.
  private void handOver(Set<String> elsewhere) throws InterruptedException {
    int hops = handed.flatMap(OfLink::sourceHops).orElse(0);
    for (String url : elsewhere) {
      if (hops < crawl.settings().maxRedirects()) {
        crawl
            .outbox()
            .add(Outbox.Entry.of(HandedLink.ofSource(url, from.name(), hops + 1, crawl.now())));
      } else {
        crawl
            .tally()
            .on(
                new CrawlEvent.Failed(
                    from.name(), url, "elsewhere", "it leads over too many hosts"));
      }
    }
  }

  private void record(OfSource state) throws InterruptedException {
    if (handed.isPresent()) {
      crawl.outbox().add(Outbox.Entry.forgetting(List.of(handed.get())));
      return;
    }
    crawl.outbox().add(Outbox.Entry.of(state));
    crawl.known().put(state);
  }
}
