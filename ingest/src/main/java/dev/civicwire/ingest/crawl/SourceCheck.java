package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlLog;
import dev.civicwire.ingest.extract.Extraction;
import dev.civicwire.ingest.fetch.Fetcher;
import dev.civicwire.ingest.robots.RobotsCache;
import dev.civicwire.ingest.source.FoundLink;
import dev.civicwire.ingest.source.ListingSource;
import dev.civicwire.ingest.source.Source;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Tries sources without leaving anything behind: reads each as a crawl would, with its
/// robots.txt and at its hosts' pace, and tells what would be fetched and why the rest would
/// not. No page of an article is fetched.
public final class SourceCheck {
  private static final Duration TICK = Duration.ofMillis(50);

  private final CrawlSettings settings;
  private final Clock clock;

  public SourceCheck(CrawlSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// Whether a source is of use as it stands.
  public enum Verdict {
    /// Something would be fetched.
    GIVES_LINKS,
    /// It was read, but nothing would be fetched: its entry may be wrong.
    GIVES_NOTHING,
    /// It could not be read.
    UNREADABLE
  }

  /// What came of one source.
  ///
  /// @param url of the source
  /// @param outcome one line: what was found, or what is wrong
  /// @param wanted links that would be fetched, in the order of the source
  /// @param passedOver links that would not be, by reason
  /// @param nextDue when it would be read after this, were it read now
  public record Checked(
      String source,
      String kind,
      String url,
      Verdict verdict,
      String outcome,
      List<String> wanted,
      Map<String, Integer> passedOver,
      Instant nextDue) {
    public Checked {
      wanted = List.copyOf(wanted);
      passedOver = Map.copyOf(passedOver);
    }
  }

  /// Tries all of `sources`, hosts at the same time; `told` hears of each as it is done, from many
  /// threads.
  ///
  /// @throws dev.civicwire.contract.StageException where a source is not on loopback and the
  ///     settings name no contact
  public void run(List<Source> sources, Consumer<Checked> told) throws InterruptedException {
    ContactRule.check(settings, sources);
    try (Fetcher fetcher =
        new Fetcher(settings.userAgent(), settings.addressPolicy(), settings.limits(), clock)) {
      CrawlRun run = run(fetcher);
      Lanes lanes = run.lanes();
      sources.forEach(source -> lanes.submit(new CheckVisit(run, source, told)));
      while (!lanes.isIdle() && lanes.failure().isEmpty()) {
        run.outbox().commitDue(TICK);
      }
      lanes.stop();
      lanes
          .failure()
          .ifPresent(
              cause -> {
                throw new IllegalStateException("a host's thread broke", cause);
              });
    }
  }

  /// A crawl that knows nothing and keeps nothing.
  private CrawlRun run(Fetcher fetcher) {
    HostPart part = HostPart.whole();
    Tally tally = new Tally(CrawlListener.none(), new DayCounts(part, Map.of()), clock);
    RobotsCache robots = new RobotsCache(settings.productToken(), clock);
    CrawlLog nowhere = CrawlLog.none();
    KnownPages nothing = new KnownPages();
    Outbox outbox = new Outbox(nowhere, settings.batchSize(), settings.batchAge(), List::of);
    Lanes lanes =
        new Lanes(settings, fetcher, new HostMemory(robots), outbox, clock, tally, part.shares());
    return new CrawlRun(
        settings,
        (page, source) -> new Extraction.Refused("check", "nothing is extracted"),
        PageArchive.none(),
        nowhere,
        nothing,
        outbox,
        tally,
        lanes,
        new DailyBudget(nothing),
        part,
        Optional.empty(),
        clock);
  }

  private record CheckVisit(CrawlRun crawl, Source from, Consumer<Checked> told) implements Visit {
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

    @Override
    public Urgency urgency() {
      return Urgency.SOURCE;
    }

    @Override
    public void run(HostLane lane) throws InterruptedException {
      SourceWalk walk = new SourceWalk(crawl, from, lane);
      SourceOutcome outcome = walk.walk(Optional.empty());
      List<FoundLink> links = outcome instanceof SourceOutcome.Read read ? read.links() : List.of();
      Map<String, Integer> passed = walk.passedOver();
      tell(line(outcome, !passed.isEmpty()) + moved(walk), outcome, links, passed);
    }

    @Override
    public void defer(Instant until, String why) {
      tell(why, new SourceOutcome.Held(until, why), List.of(), Map.of());
    }

    private static String moved(SourceWalk walk) {
      return walk.movedTo()
          .map("; it has moved for good: give %s in the sources file"::formatted)
          .orElse("");
    }

    private void tell(
        String line, SourceOutcome outcome, List<FoundLink> links, Map<String, Integer> passed) {
      told.accept(
          new Checked(
              from.name(),
              from.kind(),
              from.url(),
              verdict(outcome),
              line,
              links.stream().map(FoundLink::url).toList(),
              new TreeMap<>(passed),
              from.schedule().next(crawl.now(), 0)));
    }

    private static Verdict verdict(SourceOutcome outcome) {
      return switch (outcome) {
        case SourceOutcome.Read read ->
            read.links().isEmpty() ? Verdict.GIVES_NOTHING : Verdict.GIVES_LINKS;
        case SourceOutcome.Unchanged unchanged -> Verdict.UNREADABLE;
        case SourceOutcome.Held held -> Verdict.UNREADABLE;
        case SourceOutcome.Failed failed -> Verdict.UNREADABLE;
      };
    }

    /// @param passes whether links were found that would not be fetched
    private String line(SourceOutcome outcome, boolean passes) {
      return switch (outcome) {
        case SourceOutcome.Read read ->
            read.links().isEmpty()
                ? "read, but no link would be fetched: " + whyNone(passes)
                : "%d links would be fetched%s"
                    .formatted(read.links().size(), read.cut() ? ", the rest later" : "");
        case SourceOutcome.Unchanged unchanged -> "unchanged";
        case SourceOutcome.Held held -> held.why();
        case SourceOutcome.Failed failed -> failed.reason() + ": " + failed.detail();
      };
    }

    private String whyNone(boolean passes) {
      if (passes) {
        return "all it holds is passed over";
      }
      return from instanceof ListingSource listing
          ? "the selector '%s' finds no link on the page".formatted(listing.link())
          : "it holds none";
    }
  }
}
