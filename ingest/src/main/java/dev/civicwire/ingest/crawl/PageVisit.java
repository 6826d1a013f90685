package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlState.OfUrl;
import dev.civicwire.contract.Payload;
import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.fetch.FetchFailure;
import dev.civicwire.ingest.fetch.FetchRequest;
import dev.civicwire.ingest.fetch.FetchResult;
import dev.civicwire.ingest.opendata.OcdsPackage;
import dev.civicwire.ingest.robots.RobotsVerdict;
import dev.civicwire.ingest.source.FoundLink;
import dev.civicwire.ingest.source.PageSource;
import dev.civicwire.ingest.source.Source;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Fetches one page. A redirect is recorded and becomes a visit of its own, so that every hop has
/// its robots.txt, its host's pace and its place in the crawl state.
///
/// @param link to the page, with what the source said of it
/// @param chain addresses of the pages that redirected to it
/// @param identity of the page
record PageVisit(CrawlRun crawl, Source from, FoundLink link, List<String> chain, String identity)
    implements Visit {
  private static final Duration LOOK_UP_AGAIN = Duration.ofMinutes(5);
  private static final String LOOK_UP_FAILED = "its article cannot be looked up: ";

  PageVisit {
    chain = List.copyOf(chain);
  }

  static PageVisit of(CrawlRun crawl, Source source, FoundLink link) {
    return of(crawl, source, link, List.of());
  }

  private static PageVisit of(CrawlRun crawl, Source source, FoundLink link, List<String> chain) {
    return new PageVisit(crawl, source, link, chain, UrlIdentity.of(link.url()));
  }

  @Override
  public String key() {
    return "url " + identity;
  }

  @Override
  public String host() {
    // What a source holds itself is not fetched: it stays with the source's host.
    return UrlIdentity.host(link.record().isPresent() ? from.url() : link.url()).orElse("");
  }

  @Override
  public String source() {
    return from.name();
  }

  @Override
  public Urgency urgency() {
    return crawl
        .known()
        .page(identity)
        .filter(page -> !page.outcome().equals(Outcomes.DISCOVERED))
        .map(page -> Urgency.KNOWN_PAGE)
        .orElse(Urgency.NEW_PAGE);
  }

  private PageStates states() {
    return new PageStates(
        link.url(), host(), source(), crawl.known().page(identity), link.updated());
  }

  @Override
  public void run(HostLane lane) throws InterruptedException {
    if (link.record().isPresent()) {
      new PageReading(crawl, this, states()).read(record(link.record().get()));
      return;
    }
    Optional<String> trap = trap();
    if (trap.isPresent()) {
      trapped(trap.get());
      return;
    }
    switch (lane.robots(link.url())) {
      case RobotsVerdict.Forbidden f -> disallowed();
      case RobotsVerdict.Held held -> defer(held.until(), held.why());
      case RobotsVerdict.Allowed allowed -> {
        lane.pace(from.delay(), allowed.delay());
        Optional<Instant> later = crawl.budget().take(from, crawl.now());
        if (later.isPresent()) {
          defer(
              later.get(), "the day's %d pages are used up".formatted(from.maxPerDay().orElse(0)));
        } else {
          handle(lane.fetch(request()), lane);
        }
      }
    }
  }

  /// What the source said of the article, as if it had been fetched from the article's address.
  private FetchedPage record(Payload body) {
    return new FetchedPage(
        link.url(),
        link.url(),
        200,
        Optional.of(OcdsPackage.RELEASE_TYPE),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        body,
        false,
        crawl.now());
  }

  @Override
  public void defer(Instant until, String why) throws InterruptedException {
    crawl.record(states().deferred(why, crawl.now(), until));
    crawl.tally().on(new CrawlEvent.Deferred(source(), link.url(), why));
  }

  private FetchRequest request() {
    Optional<OfUrl> before = crawl.known().page(identity).filter(PageStates::isCopyKnown);
    boolean conditional = before.map(b -> Conditionals.isTrusted(b.fetchedAt())).orElse(false);
    return new FetchRequest(
        link.url(),
        crawl.settings().maxPageBytes(),
        before.flatMap(OfUrl::etag).filter(tag -> conditional),
        before.flatMap(OfUrl::lastModified).filter(date -> conditional));
  }

  private void handle(FetchResult result, HostLane lane) throws InterruptedException {
    switch (result) {
      case FetchResult.Page page -> new PageReading(crawl, this, states()).read(page.page());
      case FetchResult.NotModified same -> notModified();
      case FetchResult.Redirect redirect -> redirected(redirect, lane);
      case FetchResult.Gone gone -> gone(gone.status());
      case FetchResult.Failed failed -> failed(failed, lane);
    }
  }

  /// Only of pages that were never fetched, and that the operator has not named.
  private Optional<String> trap() {
    boolean fresh =
        crawl
            .known()
            .page(identity)
            .map(page -> page.outcome().equals(Outcomes.DISCOVERED) || isTrap(page))
            .orElse(true);
    return fresh && !(from instanceof PageSource)
        ? crawl.known().trap(source(), link.url(), crawl.now())
        : Optional.empty();
  }

  private static boolean isTrap(OfUrl page) {
    return page.outcome().equals(Outcomes.TRAP);
  }

  private void trapped(String why) throws InterruptedException {
    boolean told = crawl.known().page(identity).map(PageVisit::isTrap).orElse(false);
    Instant now = crawl.now();
    crawl.record(states().without(Outcomes.TRAP, why, now, now.plus(Revisit.TRAP)));
    if (!told) {
      crawl.tally().on(new CrawlEvent.Trapped(source(), link.url(), why));
    }
  }

  /// Not fetched, but its article stays published until robots.txt has said so for long enough.
  private void disallowed() throws InterruptedException {
    Optional<OfUrl> published =
        crawl.known().page(identity).filter(page -> page.contentHash().isPresent());
    Instant now = crawl.now();
    Instant since = published.flatMap(PageStates::disallowedSince).orElse(now);
    Instant end = since.plus(crawl.settings().robotsGrace());
    if (published.isEmpty() || !end.isAfter(now)) {
      forbidden("robots.txt", Article.GoneReason.ROBOTS);
      return;
    }
    Instant look = now.plus(Revisit.DISALLOWED_ANEW);
    String why = "robots.txt; its article stays until " + end.truncatedTo(ChronoUnit.SECONDS);
    crawl.record(states().without(Outcomes.FORBIDDEN, why, since, look.isBefore(end) ? look : end));
    crawl.tally().on(new CrawlEvent.Forbidden(source(), link.url(), why));
  }

  void forbidden(String why, Article.GoneReason reason) throws InterruptedException {
    Instant now = crawl.now();
    OfUrl state = states().without(Outcomes.FORBIDDEN, why, now, now.plus(Revisit.FORBIDDEN));
    if (state.contentHash().isPresent()) {
      Optional<Article> last;
      try {
        last = new GoneArticle(crawl, identity).withdrawn(reason, now);
      } catch (StageException e) {
        defer(now.plus(LOOK_UP_AGAIN), LOOK_UP_FAILED + e.getMessage());
        return;
      }
      state = PageStates.withdrawn(state);
      crawl.record(entry(last, state), state);
    } else {
      crawl.record(state);
    }
    crawl.tally().on(new CrawlEvent.Forbidden(source(), link.url(), why));
  }

  private void notModified() throws InterruptedException {
    PageStates states = states();
    Instant now = crawl.now();
    crawl.record(states.notModified(now, crawl.revisit().afterNoChange(states.before(), now)));
    crawl.tally().on(new CrawlEvent.Fetched(source(), link.url(), 0));
    crawl.tally().on(new CrawlEvent.Nothing(source(), link.url(), Outcomes.UNCHANGED));
  }

  private void gone(int status) throws InterruptedException {
    PageStates states = states();
    Instant now = crawl.now();
    OfUrl state =
        states.without(
            Outcomes.GONE,
            "HTTP status " + status,
            now,
            crawl.revisit().afterGone(status, states.before(), now));
    Optional<Article> article;
    try {
      article = new GoneArticle(crawl, identity).lastVersion(status, now);
    } catch (StageException e) {
      // The log is away. Its state stays as it was, so that the page's end is told yet.
      defer(now.plus(LOOK_UP_AGAIN), LOOK_UP_FAILED + e.getMessage());
      return;
    }
    crawl.record(entry(article, state), state);
    crawl
        .tally()
        .on(
            new CrawlEvent.Gone(
                source(), link.url(), status, states.before().flatMap(OfUrl::articleId)));
  }

  private static Outbox.Entry entry(Optional<Article> last, OfUrl state) {
    return last.map(article -> Outbox.Entry.of(article, state))
        .orElseGet(() -> Outbox.Entry.of(state));
  }

  private void failed(FetchResult.Failed failed, HostLane lane) throws InterruptedException {
    fail(failed.reason(), failed.detail(), lane.heldUntil());
  }

  private void fail(FetchFailure reason, String detail, Instant notBefore)
      throws InterruptedException {
    PageStates states = states();
    Instant now = crawl.now();
    Instant retry = crawl.revisit().afterFailure(states.failures(), now);
    crawl.record(
        states.failed(
            reason.code() + ": " + detail, now, retry.isBefore(notBefore) ? notBefore : retry));
    crawl.tally().on(new CrawlEvent.Failed(source(), link.url(), reason.code(), detail));
  }

  private void redirected(FetchResult.Redirect redirect, HostLane lane)
      throws InterruptedException {
    List<String> hops = new ArrayList<>(chain);
    hops.add(link.url());
    Optional<FetchResult.Failed> refused =
        Redirects.refuse(hops, redirect.target(), crawl.settings().maxRedirects());
    if (refused.isPresent()) {
      fail(refused.get().reason(), refused.get().detail(), Instant.MIN);
      return;
    }
    FoundLink there =
        new FoundLink(redirect.target(), link.title(), link.published(), link.updated());
    PageVisit next = of(crawl, from, there, hops);
    crawl
        .tally()
        .on(new CrawlEvent.Moved(source(), link.url(), redirect.target(), redirect.status()));
    if (next.identity().equals(identity)) {
      // The same page under another spelling keeps its place in the state.
      next.run(lane);
    } else {
      moved(redirect, next);
    }
  }

  private void moved(FetchResult.Redirect redirect, PageVisit next) throws InterruptedException {
    Instant now = crawl.now();
    OfUrl old =
        states()
            .without(
                Outcomes.MOVED,
                "%d to %s".formatted(redirect.status(), redirect.target()),
                now,
                now.plus(redirect.isPermanent() ? Revisit.MOVED : Revisit.MOVED_FOR_NOW));
    OfUrl found = PageStates.discovered(redirect.target(), source(), now);
    if (!crawl.part().holds(next.host())) {
      crawl.record(Outbox.Entry.of(old).with(HandedLink.of(next.link(), source(), now)), old);
    } else if (crawl.known().discover(found)) {
      crawl.record(Outbox.Entry.of(List.of(old, found)), old);
      crawl.lanes().submit(next);
    } else {
      crawl.record(old);
      new MovedArticle(crawl, next.identity()).tell(List.of(link.url()));
    }
  }
}
