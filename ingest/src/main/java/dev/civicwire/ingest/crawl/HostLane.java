package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState.OfHold;
import dev.civicwire.ingest.fetch.FetchFailure;
import dev.civicwire.ingest.fetch.FetchRequest;
import dev.civicwire.ingest.fetch.FetchResult;
import dev.civicwire.ingest.fetch.Fetcher;
import dev.civicwire.ingest.robots.RobotsVerdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Everything that is asked of one host, one request at a time with a pause after each. Its visits
/// are done on a thread of its own that ends when there is nothing to do; the lanes of hosts that
/// redirect here ask from theirs, each request in its turn. A host in trouble is left alone for a
/// while.
final class HostLane {
  private static final Duration FIRST_HOLD = Duration.ofMinutes(1);
  private static final int TROUBLES_BEFORE_HOLD = 3;
  private static final int ERRORS_BEFORE_HOLD = 5;
  private static final int MAX_DOUBLINGS = 8;

  private final Lanes lanes;
  private final String host;
  private final CrawlSettings settings;
  private final Fetcher fetcher;
  private final Clock clock;
  private final VisitQueue queue = new VisitQueue();
  private @Nullable Thread thread;

  /// Held through one request and the pause before it, first come, first served. Nobody who has it
  /// waits for another host, so lanes that redirect to each other do not block each other.
  private final ReentrantLock turn = new ReentrantLock(true);

  /// Held while robots.txt is looked up, so that two do not read it both. Who has it may wait for
  /// turns, nobody in a turn waits for it.
  private final ReentrantLock rules = new ReentrantLock();

  private volatile Duration delay;
  private volatile Instant heldUntil = Instant.MIN;
  private volatile boolean asking;

  /// Since when its own thread has had something to do.
  private volatile long busySince;

  // Read and written in the host's turn.
  private long nextRequest;
  private long lastEnd;
  private int troubles;
  private int errors;

  HostLane(Lanes lanes, String host, CrawlSettings settings, Clock clock) {
    this.lanes = lanes;
    this.host = host;
    this.settings = settings;
    this.fetcher = lanes.fetcher().forHost();
    this.clock = clock;
    this.delay = settings.defaultDelay();
    this.nextRequest = lanes.firstRequest(host);
    lanes
        .hold(host)
        .ifPresent(
            hold -> {
              heldUntil = hold.until();
              troubles = hold.troubles();
              errors = hold.errors();
            });
  }

  String host() {
    return host;
  }

  synchronized void add(Visit visit) {
    queue.add(visit);
    if (thread == null) {
      thread =
          Thread.ofVirtual()
              .name("crawl " + host)
              .uncaughtExceptionHandler((t, e) -> lanes.fail(e))
              .start(this::work);
    }
  }

  synchronized void interrupt() {
    if (thread != null) {
      thread.interrupt();
    }
  }

  synchronized boolean isAtWork() {
    return asking || (thread != null && thread.isAlive());
  }

  private synchronized Optional<Visit> next() {
    Optional<Visit> visit = lanes.isStopping() ? Optional.empty() : queue.poll();
    if (visit.isEmpty()) {
      thread = null;
    }
    return visit;
  }

  private void work() {
    busySince = System.nanoTime();
    for (Optional<Visit> visit = next(); visit.isPresent(); visit = next()) {
      try {
        doNow(visit.get());
      } catch (InterruptedException e) {
        // Only a stop interrupts; what was not finished is due again in the next run.
        lanes.done(visit.get());
        return;
      }
      lanes.done(visit.get());
    }
  }

  private void doNow(Visit visit) throws InterruptedException {
    Optional<Instant> later = awaitHold();
    if (later.isPresent()) {
      visit.defer(later.get(), patience());
    } else {
      visit.run(this);
    }
  }

  /// Waits while the host is held.
  ///
  /// @return until when it is, where that is too long to wait for
  Optional<Instant> awaitHold() throws InterruptedException {
    Instant until = heldUntil;
    Duration hold = Duration.between(clock.instant(), until);
    if (hold.compareTo(settings.patience()) > 0) {
      return Optional.of(until);
    }
    if (hold.isPositive()) {
      Thread.sleep(hold);
      busySince = System.nanoTime();
    }
    return Optional.empty();
  }

  /// Why a visit is left for later.
  String patience() {
    return host + " asks for patience";
  }

  /// Sets the pause between requests by the source's wish and the site's: the longer one, within
  /// the settings' bounds.
  void pace(Optional<Duration> ofSource, Duration ofRobots) {
    delay = settings.pause(ofSource, ofRobots);
  }

  /// Lengthens the pause between requests for somebody from another host, by the same rules.
  void paceGuest(Optional<Duration> ofSource, Duration ofRobots) {
    delay = max(delay, settings.pause(ofSource, ofRobots));
  }

  /// What robots.txt says of `url`; reading it is a request like any other, to whichever host it
  /// redirects to.
  RobotsVerdict robots(String url) throws InterruptedException {
    rules.lockInterruptibly();
    try {
      RobotsVerdict verdict = lanes.robots().verdict(url, this::askRobots, lanes::keep);
      if (lanes.isStopping()) {
        throw new InterruptedException("stopping");
      }
      return verdict;
    } finally {
      rules.unlock();
    }
  }

  private FetchResult askRobots(FetchRequest request) throws InterruptedException {
    HostLane there = lanes.at(request.url(), this);
    return there.equals(this) || there.awaitHold().isEmpty()
        ? there.fetch(request)
        : FetchResult.Failed.of(FetchFailure.THROTTLED, 0, there.patience());
  }

  /// Waits for its turn and asks. From any lane's thread.
  FetchResult fetch(FetchRequest request) throws InterruptedException {
    turn.lockInterruptibly();
    try {
      awaitTurn();
      Optional<Duration> gap =
          lastEnd == 0
              ? Optional.empty()
              : Optional.of(Duration.ofNanos(System.nanoTime() - lastEnd));
      FetchResult result = ask(request);
      lanes.tell(new HostRequest(host, result, gap, delay, lanes.robots().version(request.url())));
      if (lanes.isStopping()) {
        throw new InterruptedException("stopping");
      }
      heed(result);
      return result;
    } finally {
      turn.unlock();
    }
  }

  private void awaitTurn() throws InterruptedException {
    long now = System.nanoTime();
    if (nextRequest - now > 0) {
      Thread.sleep(Duration.ofNanos(nextRequest - now));
      lanes.late(System.nanoTime() - nextRequest);
    } else if (lastEnd != 0 && delay.isPositive() && isOwnThread()) {
      // What came of the request before took longer than the pause.
      lanes.late(Math.min(now - nextRequest, now - busySince));
    }
    if (lastEnd == 0) {
      lanes.awaitStart();
    }
    lanes.awaitCertain();
  }

  private synchronized boolean isOwnThread() {
    return Thread.currentThread().equals(thread);
  }

  private FetchResult ask(FetchRequest request) {
    asking = true;
    try {
      return fetcher.fetch(request);
    } finally {
      lastEnd = System.nanoTime();
      nextRequest = lastEnd + delay.toNanos();
      asking = false;
    }
  }

  private void heed(FetchResult result) {
    Instant before = heldUntil;
    learn(result);
    if (!heldUntil.equals(before)) {
      lanes.keep(new OfHold(host, heldUntil, troubles, errors, line(result)));
    } else if (troubles == 0 && errors == 0) {
      lanes.release(host);
    }
  }

  private static String line(FetchResult result) {
    return result instanceof FetchResult.Failed failed
        ? failed.reason().code() + ": " + failed.detail()
        : "";
  }

  private void learn(FetchResult result) {
    if (result instanceof FetchResult.Failed failed && failed.reason().isOfServer()) {
      errors++;
      if (errors >= ERRORS_BEFORE_HOLD) {
        hold(errors - ERRORS_BEFORE_HOLD);
      }
      return;
    }
    errors = 0;
    if (!(result instanceof FetchResult.Failed failed) || !failed.reason().isOfHost()) {
      troubles = 0;
      return;
    }
    troubles++;
    if (failed.retryAfter().isPresent()) {
      heldUntil = clock.instant().plus(failed.retryAfter().get());
    } else if (failed.status() != 0 || troubles >= TROUBLES_BEFORE_HOLD) {
      hold(troubles);
    }
  }

  private void hold(int doublings) {
    heldUntil =
        clock.instant().plus(FIRST_HOLD.multipliedBy(1L << Math.min(doublings, MAX_DOUBLINGS)));
  }

  /// Until when the host is left alone; in the past where it is not.
  Instant heldUntil() {
    return heldUntil;
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
