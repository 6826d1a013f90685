package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState.OfHold;
import dev.civicwire.ingest.fetch.FetchRequest;
import dev.civicwire.ingest.fetch.FetchResult;
import dev.civicwire.ingest.fetch.Fetcher;
import dev.civicwire.ingest.robots.RobotsVerdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that is asked of one host, one request at a time with a pause after each, on a thread
/// of its own that ends when there is nothing to do. A host in trouble is left alone for a while.
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

  // Only the lane's thread reads and writes what follows.
  private long nextRequest;
  private long lastEnd;
  private Duration delay;
  private Instant heldUntil = Instant.MIN;
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
    return thread != null && thread.isAlive();
  }

  private synchronized Optional<Visit> next() {
    Optional<Visit> visit = lanes.isStopping() ? Optional.empty() : queue.poll();
    if (visit.isEmpty()) {
      thread = null;
    }
    return visit;
  }

  private void work() {
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
    Duration hold = Duration.between(clock.instant(), heldUntil);
    if (hold.compareTo(settings.patience()) > 0) {
      visit.defer(heldUntil, host + " asks for patience");
      return;
    }
    if (hold.isPositive()) {
      Thread.sleep(hold);
    }
    visit.run(this);
  }

  /// Sets the pause between requests by the source's wish and the site's: the longer one, within
  /// the settings' bounds.
  void pace(Optional<Duration> ofSource, Duration ofRobots) {
    Duration own = max(ofSource.orElse(settings.defaultDelay()), settings.minDelay());
    Duration asked = ofRobots.compareTo(settings.maxDelay()) > 0 ? settings.maxDelay() : ofRobots;
    delay = max(own, asked);
  }

  /// What robots.txt says of `url`; reading it is a request like any other.
  RobotsVerdict robots(String url) throws InterruptedException {
    RobotsVerdict verdict = lanes.robots().verdict(url, this::fetch, lanes::keep);
    if (lanes.isStopping()) {
      throw new InterruptedException("stopping");
    }
    return verdict;
  }

  /// Waits for its turn and asks.
  FetchResult fetch(FetchRequest request) throws InterruptedException {
    long wait = nextRequest - System.nanoTime();
    if (wait > 0) {
      Thread.sleep(Duration.ofNanos(wait));
      lanes.woke(System.nanoTime() - nextRequest);
    }
    if (lastEnd == 0) {
      lanes.awaitStart();
    }
    lanes.awaitCertain();
    Optional<Duration> gap =
        lastEnd == 0
            ? Optional.empty()
            : Optional.of(Duration.ofNanos(System.nanoTime() - lastEnd));
    FetchResult result = fetcher.fetch(request);
    lastEnd = System.nanoTime();
    nextRequest = lastEnd + delay.toNanos();
    lanes.tell(new HostRequest(host, result, gap, delay, lanes.robots().version(request.url())));
    if (lanes.isStopping()) {
      throw new InterruptedException("stopping");
    }
    Instant before = heldUntil;
    learn(result);
    if (!heldUntil.equals(before)) {
      lanes.keep(new OfHold(host, heldUntil, troubles, errors, line(result)));
    } else if (troubles == 0 && errors == 0) {
      lanes.release(host);
    }
    return result;
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
