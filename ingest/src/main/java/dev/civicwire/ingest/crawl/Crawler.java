package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlLog;
import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.CrawlState.OfSource;
import dev.civicwire.contract.CrawlState.OfUrl;
import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.extract.Extractor;
import dev.civicwire.ingest.fetch.Fetcher;
import dev.civicwire.ingest.robots.RobotsCache;
import dev.civicwire.ingest.source.FoundLink;
import dev.civicwire.ingest.source.Source;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Crawls the sources: what is due once ([#runOnce]), or by schedule until it is closed ([#serve]).
/// Hosts are crawled at the same time, each at its own pace; articles and crawl state are committed
/// together by the calling thread. One run at a time; [#close] may be called from any thread.
public final class Crawler implements AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(50);
  private static final Duration SCHEDULE_TICK = Duration.ofSeconds(1);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(8);

  private final CrawlSettings settings;
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final Extractor extractor;
  private final CrawlLog log;
  private final Clock clock;
  private final CrawlListener listener;
  private final PageArchive archive;
  private final RobotsCache robots;
  private @Nullable KnownPages known;
  private @Nullable DayCounts days;
  private volatile Predicate<String> held = source -> false;
  private volatile boolean closed;
  private volatile Instant lastTurn = Instant.now();
  private volatile @Nullable CountDownLatch running;
  private volatile @Nullable Lanes lanes;

  /// @param extractor finds the article in a page
  /// @param log where articles and state are committed, and state is read from at the first run
  /// @param clock by which sources and pages are due
  public Crawler(
      CrawlSettings settings,
      List<Source> sources,
      Extractor extractor,
      CrawlLog log,
      Clock clock,
      CrawlListener listener) {
    this(settings, sources, extractor, log, clock, listener, PageArchive.none());
  }

  /// @param archive keeps the pages as they came
  public Crawler(
      CrawlSettings settings,
      List<Source> sources,
      Extractor extractor,
      CrawlLog log,
      Clock clock,
      CrawlListener listener,
      PageArchive archive) {
    this.settings = settings;
    sources.forEach(source -> this.sources.put(source.name(), source));
    this.extractor = extractor;
    this.log = log;
    this.clock = clock;
    this.listener = listener;
    this.archive = archive;
    this.robots = new RobotsCache(settings.productToken(), clock);
    ContactRule.check(settings, sources);
  }

  /// Crawls what is due now and what that leads to, and returns when it is done and committed, or
  /// after [#close].
  ///
  /// @throws StageException where the log fails; what was not committed is crawled again
  public CrawlReport runOnce() {
    return run(false);
  }

  /// Crawls by schedule until [#close]; then everything done is committed and it returns.
  ///
  /// @throws StageException where the log fails; what was not committed is crawled again
  public CrawlReport serve() {
    return run(true);
  }

  /// When the loop last came round, by the system's clock; long ago means that it hangs, or that
  /// the log is away.
  public Instant lastTurn() {
    return lastTurn;
  }

  private CrawlReport run(boolean forEver) {
    CountDownLatch finished = new CountDownLatch(1);
    running = finished;
    long start = System.nanoTime();
    try (Fetcher fetcher =
        new Fetcher(settings.userAgent(), settings.addressPolicy(), settings.limits(), clock)) {
      CrawlRun run = newRun(fetcher);
      work(run, forEver);
      return new CrawlReport(
          run.tally().counts(), Duration.ofNanos(System.nanoTime() - start), closed);
    } finally {
      lanes = null;
      finished.countDown();
    }
  }

  private CrawlRun newRun(Fetcher fetcher) {
    KnownPages pages = known;
    DayCounts counts = days;
    if (pages == null || counts == null) {
      List<CrawlState> states = log.load();
      pages = new KnownPages(states);
      counts = new DayCounts(states, hosts());
      known = pages;
      days = counts;
    }
    Tally tally = new Tally(listener, counts, clock);
    Lanes ofRun = new Lanes(settings, fetcher, robots, clock, tally);
    lanes = ofRun;
    Outbox outbox = new Outbox(log, settings.batchSize(), settings.batchAge(), counts::takeChanged);
    return new CrawlRun(
        settings,
        extractor,
        archive,
        log,
        pages,
        outbox,
        tally,
        ofRun,
        new DailyBudget(pages),
        clock);
  }

  private Map<String, String> hosts() {
    return sources.values().stream()
        .collect(
            Collectors.toMap(Source::name, source -> UrlIdentity.host(source.url()).orElse("")));
  }

  private void work(CrawlRun run, boolean forEver) {
    boolean committed = false;
    try {
      loop(run, forEver);
      run.lanes().stop();
      run.outbox().close();
      committed = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      run.lanes().stop();
      run.outbox().close();
      committed = true;
    } finally {
      if (!committed) {
        // State in memory is ahead of the log now; the next run starts from the log.
        known = null;
        run.lanes().stop();
        run.outbox().abandon();
      }
    }
    Optional<Throwable> failure = run.lanes().failure();
    if (failure.isPresent()) {
      known = null;
      if (failure.get() instanceof StageException e) {
        throw e;
      }
      throw new IllegalStateException("a host's thread broke", failure.get());
    }
  }

  private void loop(CrawlRun run, boolean forEver) throws InterruptedException {
    submitDue(run);
    long lastSchedule = System.nanoTime();
    while (!closed && !run.lanes().isStopping()) {
      if (!forEver && run.lanes().isIdle()) {
        return;
      }
      lastTurn = Instant.now();
      run.outbox().commitDue(TICK);
      if (forEver && System.nanoTime() - lastSchedule >= SCHEDULE_TICK.toNanos()) {
        submitDue(run);
        lastSchedule = System.nanoTime();
      }
    }
  }

  private void submitDue(CrawlRun run) {
    Instant now = clock.instant();
    for (Source source : sources.values()) {
      if (!isPaused(run, source) && isDue(run.known().source(source.name()), source, now)) {
        run.lanes().submit(new SourceVisit(run, source));
      }
    }
    for (OfUrl page : run.known().takeDue(now)) {
      @Nullable Source source = sources.get(page.source());
      if (source != null && !source.holdsItsArticles() && !isPaused(run, source)) {
        run.lanes()
            .submit(
                PageVisit.of(
                    run,
                    source,
                    new FoundLink(
                        page.url(), Optional.empty(), Optional.empty(), Optional.empty())));
      }
    }
  }

  /// Sources that are held are not read, nor are their pages; asked again and again while crawling.
  public void holdWhile(Predicate<String> heldByName) {
    held = heldByName;
  }

  /// The operator holds a source by its file, by its state or while the crawl goes on.
  private boolean isPaused(CrawlRun run, Source source) {
    return source.paused()
        || held.test(source.name())
        || run.known().source(source.name()).map(OfSource::paused).orElse(false);
  }

  /// A source is due by its state; one whose address was changed in the file is due at once.
  private static boolean isDue(Optional<OfSource> state, Source source, Instant now) {
    return state.isEmpty()
        || !state.get().url().equals(source.url())
        || !state.get().nextDue().isAfter(now);
  }

  /// Ends a run within seconds: requests under way are given up, what was done is committed. Waits
  /// for it.
  @Override
  public void close() {
    closed = true;
    @Nullable Lanes ofRun = lanes;
    if (ofRun != null) {
      ofRun.stop();
    }
    @Nullable CountDownLatch finished = running;
    if (finished != null) {
      awaitQuietly(finished);
    }
  }

  private static void awaitQuietly(CountDownLatch finished) {
    try {
      if (!finished.await(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StageException(
            "the crawl did not end in time; what was not committed is crawled again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
