package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState.OfSitemap;
import dev.civicwire.contract.CrawlState.OfUrl;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.source.FoundLink;
import dev.civicwire.ingest.source.Reading;
import dev.civicwire.ingest.source.Source;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The parts of a sitemap index in one reading. One that has had nothing new rests for an eighth
/// of that time; after half a year, or once it is gone, it is retired: asked once a year only. It
/// is asked at once where the index says that it has changed since. Since many an index says so of
/// none, some of the retired parts are asked in each reading whatever it says.
final class SitemapParts {
  static final String READ = "read";
  static final String GONE = "gone";

  private static final int SHARE = 8;
  private static final Duration QUIET_FOR_LONG = Duration.ofDays(180);
  private static final Duration RETIRED = Duration.ofDays(365);

  /// An index that gives no days cannot call a part back.
  private static final Duration WITHOUT_CLAIM = Duration.ofDays(30);

  /// Retired parts that are asked in one reading although their index calls none back, those first
  /// that were not asked for longest.
  private static final int PROOFS = 2;

  private static final Duration UNPROVED = Duration.ofDays(30);

  private static final Duration AFTER_NOT_FOUND = Duration.ofDays(1);

  private final CrawlRun crawl;
  private final Source source;
  private final Map<String, Instant> claims = new HashMap<>();
  private final Set<String> listed = new HashSet<>();
  private final List<Read> read = new ArrayList<>();
  private int proofs;

  SitemapParts(CrawlRun crawl, Source source) {
    this.crawl = crawl;
    this.source = source;
  }

  /// A part that was asked.
  ///
  /// @param links that were found up to its end: what they lead to has to be taken first
  /// @param state to be remembered then
  record Read(int links, OfSitemap state) {}

  /// Takes note of what an index says of its parts.
  void list(Reading index) {
    listed.addAll(index.nextPages());
    claims.putAll(index.changed());
  }

  /// Whether there are any.
  boolean isEmpty() {
    return listed.isEmpty();
  }

  Optional<OfSitemap> before(String url) {
    return crawl.known().sitemap(source.name(), url);
  }

  /// First those that were never asked or have changed since, then those whose last reading is the
  /// longest ago: where there are more than one reading asks, all have their turn.
  List<String> inOrder(List<String> urls) {
    return urls.stream().sorted(Comparator.comparing(this::turn)).toList();
  }

  private Instant turn(String url) {
    Optional<OfSitemap> before = before(url);
    boolean changed =
        claims.containsKey(url) && !claim(url).equals(before.flatMap(OfSitemap::claimed));
    return changed ? Instant.MIN : before.map(OfSitemap::readAt).orElse(Instant.MIN);
  }

  /// Whether a part is asked in this reading; a back-fill asks all.
  boolean isDue(String url) {
    Optional<OfSitemap> before = before(url);
    return before.isEmpty()
        || crawl.dates().isPresent()
        || !before.get().nextDue().isAfter(crawl.now())
        || (claims.containsKey(url) && !claim(url).equals(before.get().claimed()))
        || isToProve(before.get());
  }

  /// Whether a part that rests is asked to see whether its index is right.
  private boolean isToProve(OfSitemap part) {
    boolean proves =
        part.retired()
            && part.outcome().equals(READ)
            && isPast(part.readAt().plus(UNPROVED))
            && proofs < PROOFS;
    proofs += proves ? 1 : 0;
    return proves;
  }

  private Optional<Instant> claim(String url) {
    return Optional.ofNullable(claims.get(url));
  }

  /// A part came. One that is an index itself is asked every time.
  ///
  /// @param links found so far, with its own
  void came(String url, FetchedPage page, Reading reading, int links) {
    if (!reading.nextPages().isEmpty()) {
      return;
    }
    Optional<OfSitemap> before = before(url);
    boolean news = reading.links().stream().anyMatch(link -> isNews(link, before));
    Instant newsAt =
        before.isEmpty()
            ? newest(reading).or(() -> claim(url)).filter(this::isPast).orElse(crawl.now())
            : news ? crawl.now() : before.get().newsAt();
    read.add(
        new Read(links, state(url, page.etag(), page.lastModified(), newsAt, quiet(url, newsAt))));
  }

  /// Its server says that it is as it was.
  void unchanged(String url, int links) {
    OfSitemap last = before(url).orElseThrow();
    read.add(
        new Read(
            links,
            state(
                url, last.etag(), last.lastModified(), last.newsAt(), quiet(url, last.newsAt()))));
  }

  /// It is not there any more.
  void gone(String url, int links) {
    Optional<OfSitemap> before = before(url);
    Instant newsAt =
        before.map(OfSitemap::newsAt).or(() -> claim(url)).filter(this::isPast).orElse(crawl.now());
    boolean again = before.map(b -> b.outcome().equals(GONE)).orElse(false);
    Rest rest = again ? forLong(url, GONE) : new Rest(GONE, false, AFTER_NOT_FOUND);
    read.add(new Read(links, state(url, Optional.empty(), Optional.empty(), newsAt, rest)));
  }

  private record Rest(String outcome, boolean retired, Duration time) {}

  private Rest quiet(String url, Instant newsAt) {
    Duration quiet = Duration.between(newsAt, crawl.now());
    return quiet.compareTo(QUIET_FOR_LONG) >= 0
        ? forLong(url, READ)
        : new Rest(READ, false, quiet.dividedBy(SHARE));
  }

  private Rest forLong(String url, String outcome) {
    return claims.containsKey(url)
        ? new Rest(outcome, true, RETIRED)
        : new Rest(outcome, false, WITHOUT_CLAIM);
  }

  private OfSitemap state(
      String url, Optional<String> etag, Optional<String> lastModified, Instant newsAt, Rest rest) {
    Instant now = crawl.now();
    return new OfSitemap(
        url,
        UrlIdentity.host(source.url()).orElse(""),
        source.name(),
        rest.outcome(),
        etag,
        lastModified,
        claim(url),
        newsAt,
        now,
        now.plus(rest.time()),
        rest.retired());
  }

  private boolean isPast(Instant time) {
    return !time.isAfter(crawl.now());
  }

  /// The newest day of its links, where all have one.
  private static Optional<Instant> newest(Reading reading) {
    List<Optional<Instant>> days =
        reading.links().stream().map(link -> link.updated().or(link::published)).toList();
    return days.stream().allMatch(Optional::isPresent)
        ? days.stream().flatMap(Optional::stream).max(Comparator.naturalOrder())
        : Optional.empty();
  }

  /// Pages of other crawls are not known here: of these the link's own claim counts.
  private boolean isNews(FoundLink link, Optional<OfSitemap> before) {
    if (!crawl.part().holds(UrlIdentity.host(link.url()).orElse(""))) {
      return before
          .map(b -> link.updated().filter(at -> at.isAfter(b.readAt())).isPresent())
          .orElse(true);
    }
    Optional<OfUrl> known = crawl.known().page(UrlIdentity.of(link.url()));
    return known.map(page -> PageStates.isChanged(page, link)).orElse(true);
  }

  /// What is to be remembered of the parts that were asked.
  List<Read> read() {
    return crawl.dates().isPresent() ? List.of() : List.copyOf(read);
  }

  /// Parts that the index does not list any more.
  List<OfSitemap> unlisted() {
    return crawl.known().sitemaps(source.name()).stream()
        .filter(part -> !listed.contains(part.url()))
        .toList();
  }
}
