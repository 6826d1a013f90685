package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlShares;
import dev.civicwire.contract.CrawlState.OfHold;
import dev.civicwire.contract.CrawlState.OfRobots;
import dev.civicwire.ingest.fetch.Fetcher;
import dev.civicwire.ingest.robots.RobotsCache;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The hosts being crawled, each in a lane of its own, all at the same time. Safe for threads.
final class Lanes {
  /// Hosts begin one after the other, so that a start, or the end of a long pause, is no burst: a
  /// source of 200 links takes some 20 ms of a processor to read.
  private static final long START_GAP_NANOS = 20_000_000;

  /// A lane that comes so late to its request says that the machine is at its limit: no host begins
  /// for a while, so that those which have begun keep their pace.
  private static final long LATE_NANOS = 100_000_000;

  private static final long LATE_HOLD_NANOS = 250_000_000;
  private static final long START_PATIENCE_NANOS = 10_000_000_000L;
  private static final Duration CERTAIN_TICK = Duration.ofMillis(20);
  private static final Duration END_TICK = Duration.ofMillis(5);

  private final Map<String, HostLane> lanes = new ConcurrentHashMap<>();
  private final Set<String> inFlight = new HashSet<>();
  private final CrawlSettings settings;
  private final Fetcher fetcher;
  private final HostMemory memory;
  private final Outbox outbox;
  private final Clock clock;
  private final Tally tally;
  private final AtomicLong nextStart = new AtomicLong(System.nanoTime());
  private final CrawlShares shares;
  private final long start = System.nanoTime();
  private volatile long lateAt = start - LATE_HOLD_NANOS;
  private volatile boolean stopping;
  private volatile @Nullable Throwable failure;

  /// @param memory what the hosts have said before
  /// @param outbox for what they say
  /// @param shares says whether the hosts are still this crawl's
  Lanes(
      CrawlSettings settings,
      Fetcher fetcher,
      HostMemory memory,
      Outbox outbox,
      Clock clock,
      Tally tally,
      CrawlShares shares) {
    this.settings = settings;
    this.fetcher = fetcher;
    this.memory = memory;
    this.outbox = outbox;
    this.clock = clock;
    this.tally = tally;
    this.shares = shares;
  }

  /// Hands a visit to its host's lane, unless one with its key is under way.
  void submit(Visit visit) {
    synchronized (inFlight) {
      if (stopping || !inFlight.add(visit.key())) {
        return;
      }
    }
    tally.begin(visit.source());
    lane(visit.host()).add(visit);
  }

  private HostLane lane(String host) {
    return lanes.computeIfAbsent(host, fresh -> new HostLane(this, fresh, settings, clock));
  }

  /// The lane of the host of `url`: a redirect is followed at the pace of the host that it leads
  /// to. Of a host in another part that is the lane of the one that leads there.
  HostLane at(String url, HostLane from) {
    return UrlIdentity.host(url)
        .filter(host -> shares.part(host) == shares.part(from.host()))
        .map(this::lane)
        .orElse(from);
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
  private long startSlot() {
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

  /// When the first request to a host may begin: whoever asked it before, in this process or
  /// another, may have done so a moment before this run began.
  long firstRequest(String host) {
    return Math.max(startSlot(), start + tally.lastDelay(host).toNanos());
  }

  /// Hears how much later than it might have a lane with work comes to a request.
  void late(long lateNanos) {
    if (lateNanos > LATE_NANOS) {
      lateAt = System.nanoTime();
    }
  }

  /// Before a host's first request: waits while the machine does not keep up with the others, some
  /// seconds at most.
  void awaitStart() throws InterruptedException {
    long end = System.nanoTime() + START_PATIENCE_NANOS;
    for (long now = System.nanoTime();
        now - lateAt < LATE_HOLD_NANOS && now < end;
        now = System.nanoTime()) {
      Thread.sleep(Duration.ofNanos(startSlot() - now));
    }
  }

  /// Waits until the hosts are known to be this crawl's.
  void awaitCertain() throws InterruptedException {
    while (!shares.isCertain()) {
      Thread.sleep(CERTAIN_TICK);
    }
  }

  /// Counts a request for its host's receipt.
  void tell(HostRequest request) {
    tally.on(request);
  }

  RobotsCache robots() {
    return memory.robots();
  }

  /// That a host is to be left alone, as it was last told.
  Optional<OfHold> hold(String host) {
    return memory.hold(host);
  }

  /// Keeps it for other runs.
  void keep(OfHold hold) {
    memory.put(hold);
    outbox.offer(Outbox.Entry.of(hold));
  }

  void keep(OfRobots read) {
    outbox.offer(Outbox.Entry.of(read));
  }

  /// The host answers again.
  void release(String host) {
    memory.release(host).ifPresent(hold -> outbox.offer(Outbox.Entry.forgetting(List.of(hold))));
  }

  /// Ends all lanes; what they were at is left undone.
  void stop() {
    stopping = true;
    fetcher.cancelAll();
    lanes.values().forEach(HostLane::interrupt);
  }

  /// Waits until nothing is asked any more, after [#stop].
  ///
  /// @return false where that did not come true within `patience`
  boolean awaitEnd(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (lanes.values().stream().anyMatch(HostLane::isAtWork)) {
        if (System.nanoTime() - end > 0) {
          return false;
        }
        // A request may have begun in the very moment of the stop.
        fetcher.cancelAll();
        Thread.sleep(END_TICK);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
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
