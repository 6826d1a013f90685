package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlLog;
import dev.civicwire.contract.CrawlShares;
import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.CrawlState.OfSource;
import dev.civicwire.contract.CrawlState.OfUrl;
import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.extract.Extractor;
import dev.civicwire.ingest.robots.RobotsCache;
import dev.civicwire.ingest.source.FoundLink;
import dev.civicwire.ingest.source.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Crawls the sources, all of them or those on the hosts that it shares with other crawls:
/// what is due once ([#runOnce]), or by schedule until it is closed ([#serve]). Hosts are
/// crawled at the same time, each at its own pace; articles and crawl state are committed
/// together by the calling thread. One run at a time; [#close] may be called from any
/// thread.
public final class Crawler implements AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(50);
  private static final Duration GLANCE = Duration.ofMillis(1);
  private static final Duration SCHEDULE_TICK = Duration.ofSeconds(1);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(8);

  private final CrawlSetup setup;
  private final CrawlShares shares;
  private final Map<Integer, PartMemory> memories = new HashMap<>();
  private volatile Predicate<String> held = source -> false;
  private volatile boolean closed;
  private volatile Instant lastTurn = Instant.now();
  private volatile @Nullable CountDownLatch running;
  private volatile @Nullable CrawlParts parts;

  /// A crawl of all hosts.
  ///
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

  /// The same with an archive.
  ///
  /// @param archive keeps the pages as they came
  public Crawler(
      CrawlSettings settings,
      List<Source> sources,
      Extractor extractor,
      CrawlLog log,
      Clock clock,
      CrawlListener listener,
      PageArchive archive) {
    this(setup(settings, sources, extractor, clock, listener, archive), CrawlShares.whole(log));
  }

  /// A crawl of the hosts that it gets of those that several share. For [#serve].
  ///
  /// @param shares says which they are, and has the log of each part
  public Crawler(
      CrawlSettings settings,
      List<Source> sources,
      Extractor extractor,
      CrawlShares shares,
      Clock clock,
      CrawlListener listener,
      PageArchive archive) {
    this(setup(settings, sources, extractor, clock, listener, archive), shares);
  }

  private Crawler(CrawlSetup setup, CrawlShares shares) {
    this.setup = setup;
    this.shares = shares;
    ContactRule.check(setup.settings(), List.copyOf(setup.sources().values()));
  }

  private static CrawlSetup setup(
      CrawlSettings settings,
      List<Source> sources,
      Extractor extractor,
      Clock clock,
      CrawlListener listener,
      PageArchive archive) {
    Map<String, Source> byName = new LinkedHashMap<>();
    sources.forEach(source -> byName.put(source.name(), source));
    return new CrawlSetup(
        settings,
        byName,
        extractor,
        archive,
        listener,
        clock,
        new RobotsCache(settings.productToken(), clock),
        Optional.empty());
  }

  /// Crawls what is due now and what that leads to, and returns when it is done and committed, or
  /// after [#close].
  ///
  /// @throws StageException where the log fails; what was not committed is crawled again
  public CrawlReport runOnce() {
    return run(setup, false);
  }

  /// Reads every source as far back as `range` begins, whether it is due or not, and crawls what is
  /// of these days and not known; and what is due. What an end leaves undone the next back-fill or
  /// crawl goes on with.
  ///
  /// @throws StageException where the log fails; what was not committed is crawled again
  public CrawlReport backFill(DateRange range) {
    return run(setup.backFilling(range), false);
  }

  /// Crawls by schedule until [#close]; then everything done is committed and it returns.
  ///
  /// @throws StageException where the log fails; what was not committed is crawled again
  public CrawlReport serve() {
    return run(setup, true);
  }

  /// When the loop last came round, by the system's clock; long ago means that it hangs, or that
  /// the log is away.
  public Instant lastTurn() {
    return lastTurn;
  }

  private CrawlReport run(CrawlSetup how, boolean forEver) {
    CountDownLatch finished = new CountDownLatch(1);
    running = finished;
    long start = System.nanoTime();
    CrawlParts ofRun = new CrawlParts(how, shares, memories, this::isPaused, this::submitDue);
    parts = ofRun;
    try {
      work(ofRun, forEver);
      return new CrawlReport(ofRun.counts(), Duration.ofNanos(System.nanoTime() - start), closed);
    } finally {
      parts = null;
      ofRun.close();
      finished.countDown();
    }
  }

  private void work(CrawlParts ofRun, boolean forEver) {
    boolean committed = false;
    try {
      loop(ofRun, forEver);
      ofRun.finish();
      committed = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ofRun.finish();
      committed = true;
    } finally {
      if (!committed) {
        // The next run starts from the log.
        ofRun.abandon();
      }
    }
    Optional<Throwable> failure = ofRun.failure();
    if (failure.isPresent()) {
      memories.clear();
      if (failure.get() instanceof StageException e) {
        throw e;
      }
      throw new IllegalStateException("a host's thread broke", failure.get());
    }
  }

  private void loop(CrawlParts ofRun, boolean forEver) throws InterruptedException {
    long lastSchedule = System.nanoTime();
    do {
      // Without a part there is nothing else to wait for.
      shares.poll(ofRun.isEmpty() ? TICK : GLANCE, ofRun);
      if (!forEver && ofRun.isIdle()) {
        return;
      }
      lastTurn = Instant.now();
      ofRun.commitDue(TICK);
      if (forEver && System.nanoTime() - lastSchedule >= SCHEDULE_TICK.toNanos()) {
        ofRun.runs().forEach(this::submitDue);
        lastSchedule = System.nanoTime();
      }
    } while (!closed && !ofRun.isStopping());
  }

  private void submitDue(CrawlRun run) {
    Instant now = setup.clock().instant();
    List<CrawlState> old = run.tally().takeOldDays();
    if (!old.isEmpty()) {
      run.outbox().offer(Outbox.Entry.forgetting(old));
    }
    for (Source source : setup.sources().values()) {
      if (run.part().holds(CrawlSetup.host(source))
          && !isPaused(run, source)
          && (run.dates().isPresent() || isDue(run.known().source(source.name()), source, now))) {
        run.lanes().submit(new SourceVisit(run, source));
      }
    }
    Map<String, Boolean> asked = new HashMap<>();
    for (OfUrl page :
        run.known().takeDue(now, name -> asked.computeIfAbsent(name, n -> isPaused(run, n)))) {
      @Nullable Source source = setup.sources().get(page.source());
      if (source != null && !source.holdsItsArticles()) {
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

  private boolean isPaused(CrawlRun run, String name) {
    return Optional.ofNullable(setup.sources().get(name)).map(s -> isPaused(run, s)).orElse(false);
  }

  /// The operator holds a source by its file, by its state or while the crawl goes on.
  private boolean isPaused(CrawlRun run, Source source) {
    return source.paused()
        || held.test(source.name())
        || run.known().source(source.name()).map(OfSource::paused).orElse(false);
  }

  /// A source is due by its state; one whose address was changed in the file is due at once, one
  /// whose schedule was changed is due by the new one.
  private static boolean isDue(Optional<OfSource> state, Source source, Instant now) {
    return state.isEmpty()
        || !state.get().url().equals(source.url())
        || !SourceStates.nextDue(source, state.get()).isAfter(now);
  }

  /// Ends a run within seconds: requests under way are given up, what was done is committed. Waits
  /// for it.
  @Override
  public void close() {
    closed = true;
    @Nullable CrawlParts ofRun = parts;
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
