package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState.OfSitemap;
import dev.civicwire.contract.CrawlState.OfSource;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.fetch.FetchRequest;
import dev.civicwire.ingest.robots.RobotsTag;
import dev.civicwire.ingest.source.FeedSource;
import dev.civicwire.ingest.source.FoundLink;
import dev.civicwire.ingest.source.GovUkSource;
import dev.civicwire.ingest.source.ListingSource;
import dev.civicwire.ingest.source.OcdsSource;
import dev.civicwire.ingest.source.PageSource;
import dev.civicwire.ingest.source.Reading;
import dev.civicwire.ingest.source.SitemapSource;
import dev.civicwire.ingest.source.Source;
import dev.civicwire.ingest.source.UnreadableSourceException;
import dev.civicwire.ingest.url.RegistrableDomain;
import dev.civicwire.ingest.url.UrlIdentity;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads the pages of one source: the feed, the parts of a sitemap index, the pages of a listing as
/// far as they hold something new.
final class SourceWalk {
  private static final int BACK_FILL_PAGES = 500;

  /// A walk that has found more goes on another time.
  private static final int MOST_LINKS = 200_000;

  private final CrawlRun crawl;
  private final Source source;
  private final HostLane lane;
  private final Map<String, FoundLink> links = new LinkedHashMap<>();
  private final Deque<String> queue = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private Optional<FetchedPage> first = Optional.empty();
  private final Map<String, Integer> passedOver = new TreeMap<>();
  private final SitemapParts parts;
  private int pages;

  /// Whether an earlier reading found links.
  private boolean readBefore;

  private Optional<String> movedTo = Optional.empty();
  private final Set<String> elsewhere = new LinkedHashSet<>();

  SourceWalk(CrawlRun crawl, Source source, HostLane lane) {
    this.crawl = crawl;
    this.source = source;
    this.lane = lane;
    this.parts = new SitemapParts(crawl, source);
  }

  SourceOutcome walk(Optional<OfSource> before) throws InterruptedException {
    return walk(source.url(), before);
  }

  /// The same from where the source leads to.
  SourceOutcome walk(String start, Optional<OfSource> before) throws InterruptedException {
    queue.add(start);
    seen.add(start);
    readBefore = before.filter(state -> state.found() > 0).isPresent();
    boolean broken = false;
    boolean goesOn = true;
    while (goesOn && !queue.isEmpty() && pages < maxPages() && links.size() < MOST_LINKS) {
      String url = queue.remove();
      Optional<SourceOutcome> end = readNext(url, before);
      if (end.isPresent() && pages == 1) {
        return end.get();
      }
      if (end.isPresent()) {
        broken = true;
        goesOn = passesOver(url, end.get());
      }
    }
    // Of an index that is unchanged the parts may have changed.
    boolean single = pages == 1 && queue.isEmpty() && parts.isEmpty();
    return new SourceOutcome.Read(
        List.copyOf(links.values()),
        first.filter(p -> single).flatMap(FetchedPage::etag),
        first.filter(p -> single).flatMap(FetchedPage::lastModified),
        broken || !queue.isEmpty(),
        parts.read(),
        queue.isEmpty() ? parts.unlisted() : List.of());
  }

  /// Tells of a page behind the first that could not be read. What the others gave is taken all the
  /// same.
  ///
  /// @return whether the reading goes on: the parts of an index do not hang on each other, pages of
  ///     a list do
  private boolean passesOver(String url, SourceOutcome end) {
    return switch (end) {
      case SourceOutcome.Failed failed -> {
        crawl
            .tally()
            .on(new CrawlEvent.Failed(source.name(), url, failed.reason(), failed.detail()));
        yield source instanceof SitemapSource;
      }
      case SourceOutcome.Held held -> {
        crawl.tally().on(new CrawlEvent.Deferred(source.name(), url, held.why()));
        yield false;
      }
      case SourceOutcome.Unchanged unchanged -> true;
      case SourceOutcome.Read read -> true;
    };
  }

  private Optional<SourceOutcome> readNext(String url, Optional<OfSource> before)
      throws InterruptedException {
    boolean isPart = pages > 0 && source instanceof SitemapSource;
    Validators validators = validators(url, before);
    pages++;
    SourceFetch.Outcome fetched =
        new SourceFetch(crawl, source, lane, to -> moved(url, to))
            .fetch(
                new FetchRequest(
                    url,
                    crawl.settings().maxSourceBytes(),
                    validators.etag(),
                    validators.lastModified()));
    return switch (fetched) {
      case SourceFetch.Outcome.Ended ended ->
          isPart ? endedPart(url, ended.outcome()) : Optional.of(ended.outcome());
      case SourceFetch.Outcome.Elsewhere there -> {
        elsewhere.add(there.url());
        yield Optional.empty();
      }
      case SourceFetch.Outcome.Came came -> read(url, came.page());
    };
  }

  private void moved(String url, String target) {
    if (url.equals(source.url())) {
      movedTo = Optional.of(target);
    }
  }

  /// What is on hosts of other parts, and not read from here.
  Set<String> elsewhere() {
    return Set.copyOf(elsewhere);
  }

  /// Where the source's server says that it is for good; empty where it is where it is said to be.
  Optional<String> movedTo() {
    return movedTo;
  }

  private record Validators(Optional<String> etag, Optional<String> lastModified) {}

  private Validators validators(String url, Optional<OfSource> before) {
    if (crawl.dates().isPresent()) {
      return new Validators(Optional.empty(), Optional.empty());
    }
    if (pages == 0) {
      Optional<OfSource> last = before.filter(state -> Conditionals.isTrusted(state.lastCrawl()));
      return new Validators(last.flatMap(OfSource::etag), last.flatMap(OfSource::lastModified));
    }
    Optional<OfSitemap> part =
        parts.before(url).filter(state -> Conditionals.isTrusted(state.readAt()));
    return new Validators(part.flatMap(OfSitemap::etag), part.flatMap(OfSitemap::lastModified));
  }

  /// A part of an index that is not there any more, as happens to those of the past, ends nothing:
  /// the index and its other parts are read all the same.
  private Optional<SourceOutcome> endedPart(String url, SourceOutcome outcome) {
    if (outcome instanceof SourceOutcome.Unchanged) {
      parts.unchanged(url, links.size());
      return Optional.empty();
    }
    if (outcome instanceof SourceOutcome.Failed failed
        && failed.reason().equals(SourceFetch.GONE)) {
      parts.gone(url, links.size());
      passedOver.merge("part of the index is gone", 1, Integer::sum);
      return Optional.empty();
    }
    return Optional.of(outcome);
  }

  private Optional<SourceOutcome> read(String url, FetchedPage page) {
    if (first.isEmpty()) {
      first = Optional.of(page);
    }
    if (page.truncated()) {
      return Optional.of(
          new SourceOutcome.Failed(
              "too-large", "%s is larger than %d bytes".formatted(page.url(), page.body().size())));
    }
    String agent = crawl.settings().productToken();
    if (source instanceof ListingSource && RobotsTag.forbidsFollowing(page.robotsTags(), agent)) {
      return Optional.of(unreadable(UnreadableSourceException.nofollow(page.url())));
    }
    try {
      Reading reading = source.reader().read(page);
      take(page, reading);
      if (source instanceof SitemapSource && pages > 1) {
        parts.came(url, page, reading, links.size());
      }
      return Optional.empty();
    } catch (UnreadableSourceException e) {
      return Optional.of(unreadable(e));
    }
  }

  private static SourceOutcome unreadable(UnreadableSourceException e) {
    return new SourceOutcome.Failed(e.reason(), String.valueOf(e.getMessage()));
  }

  private void take(FetchedPage page, Reading reading) {
    boolean fresh = false;
    boolean known = false;
    for (FoundLink link : reading.links()) {
      Optional<String> unwanted = whyNot(link);
      unwanted.ifPresent(why -> passedOver.merge(why, 1, Integer::sum));
      if (unwanted.isEmpty()) {
        String identity = UrlIdentity.of(link.url());
        links.putIfAbsent(identity, link);
        boolean isNew = crawl.known().page(identity).isEmpty();
        fresh |= isNew;
        known |= !isNew;
      }
    }
    if (!goesOn(reading, fresh, fresh && !known)) {
      return;
    }
    if (source instanceof SitemapSource) {
      parts.list(reading);
    }
    for (String next : parts.inOrder(reading.nextPages())) {
      if (!parts.isDue(next)) {
        passedOver.merge("part of the index rests", 1, Integer::sum);
      } else if (sameDomain(page.url(), next) && !isTrap(next) && seen.add(next)) {
        queue.add(next);
      }
    }
  }

  private int maxPages() {
    return crawl.dates().isPresent()
        ? Math.max(source.maxPages(), BACK_FILL_PAGES)
        : source.maxPages();
  }

  /// Behind a page of a list that holds nothing new there is nothing new either. A feed that was
  /// read before and holds nothing known any more has outrun its reading: what it has dropped since
  /// is on its older pages. A back-fill goes on until all is older than its days, in feeds too.
  ///
  /// @param fresh whether a link of the page is new
  /// @param allFresh whether all are
  private boolean goesOn(Reading reading, boolean fresh, boolean allFresh) {
    if (crawl.dates().isPresent()) {
      return !crawl.dates().get().isPassed(reading.links());
    }
    return switch (source) {
      case ListingSource listing -> fresh;
      case FeedSource feed -> readBefore && allFresh;
      case GovUkSource govUk -> fresh;
      case SitemapSource sitemap -> true;
      case OcdsSource ocds -> true;
      case PageSource page -> true;
    };
  }

  /// Links that are no articles of this source, by reason.
  Map<String, Integer> passedOver() {
    return Map.copyOf(passedOver);
  }

  private Optional<String> whyNot(FoundLink link) {
    if (!source.article().map(pattern -> pattern.matcher(link.url()).find()).orElse(true)) {
      return Optional.of("not of the pattern article");
    }
    if (crawl.dates().map(range -> !range.mayHold(link)).orElse(false)) {
      return Optional.of("not of the days that are filled");
    }
    if (isTrap(link.url())) {
      return Optional.of("looks like a trap");
    }
    // The sitemap protocol lets a file speak for its own site only.
    return source instanceof SitemapSource && !sameDomain(source.url(), link.url())
        ? Optional.of("on another site than its sitemap")
        : Optional.empty();
  }

  /// Tells of one that is.
  private boolean isTrap(String url) {
    Optional<String> why = Traps.why(url, crawl.now());
    if (why.isPresent() && crawl.known().isToTell(url)) {
      crawl.tally().on(new CrawlEvent.Trapped(source.name(), url, why.get()));
    }
    return why.isPresent();
  }

  private static boolean sameDomain(String url, String other) {
    return RegistrableDomain.same(
        UrlIdentity.host(url).orElse(""), UrlIdentity.host(other).orElse(""));
  }
}
