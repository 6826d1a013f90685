package dev.civicwire.ingest.crawl;

import dev.civicwire.ingest.fetch.Fetcher;
import dev.civicwire.ingest.robots.RobotsCache;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The hosts being crawled, each in a lane of its own, all at the same time. Safe for threads.
final class Lanes {
  /// Hosts begin one after the other, so that a start, or the end of a long pause, is no burst.
  private static final long START_GAP_NANOS = 10_000_000;

  private final Map<String, HostLane> lanes = new ConcurrentHashMap<>();
  private final Set<String> inFlight = new HashSet<>();
  private final CrawlSettings settings;
  private final Fetcher fetcher;
  private final RobotsCache robots;
  private final Clock clock;
  private final Tally tally;
  private final AtomicLong nextStart = new AtomicLong(System.nanoTime());
  private volatile boolean stopping;
  private volatile @Nullable Throwable failure;

  Lanes(CrawlSettings settings, Fetcher fetcher, RobotsCache robots, Clock clock, Tally tally) {
    this.settings = settings;
    this.fetcher = fetcher;
    this.robots = robots;
    this.clock = clock;
    this.tally = tally;
  }

  /// Hands a visit to its host's lane, unless one with its key is under way.
  void submit(Visit visit) {
    synchronized (inFlight) {
      if (stopping || !inFlight.add(visit.key())) {
        return;
      }
    }
    tally.begin(visit.source());
    lanes
        .computeIfAbsent(visit.host(), host -> new HostLane(this, host, settings, clock))
        .add(visit);
  }

  void done(Visit visit) {
    synchronized (inFlight) {
      inFlight.remove(visit.key());
    }
    if (!stopping) {
      tally.end(visit.source());
    }
  }

  /// When a host that has nothing behind it may begin, by the system's nano time.
  long startSlot() {
    long now = System.nanoTime();
    return nextStart.getAndUpdate(at -> Math.max(at, now) + START_GAP_NANOS);
  }

  boolean isIdle() {
    synchronized (inFlight) {
      return inFlight.isEmpty();
    }
  }

  boolean isStopping() {
    return stopping;
  }

  Fetcher fetcher() {
    return fetcher;
  }

  /// Counts a request for its host's receipt.
  void tell(HostRequest request) {
    tally.on(request);
  }

  RobotsCache robots() {
    return robots;
  }

  /// Ends all lanes; what they were at is left undone.
  void stop() {
    stopping = true;
    fetcher.cancelAll();
    lanes.values().forEach(HostLane::interrupt);
  }

  void fail(Throwable cause) {
    failure = cause;
    stop();
  }

  /// What broke a lane: a mistake in this program.
  Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }
}
