package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts by source, and which sources are done. Safe for threads.
final class Tally {
  private final CrawlListener listener;
  private final Map<String, SourceCounts> counts = new HashMap<>();
  private final Map<String, Integer> open = new HashMap<>();

  private final DayCounts days;
  private final Clock clock;

  Tally(CrawlListener listener, DayCounts days, Clock clock) {
    this.listener = listener;
    this.days = days;
    this.clock = clock;
  }

  /// The pause that was to be kept when a host was last asked.
  Duration lastDelay(String host) {
    return days.lastDelay(host, clock.instant());
  }

  /// Days that are too old to be kept, each told once.
  List<CrawlState> takeOldDays() {
    return days.takeOld(clock.instant());
  }

  void on(HostRequest request) {
    days.on(request, clock.instant());
  }

  void on(CrawlEvent event) {
    synchronized (this) {
      counts.merge(event.source(), SourceCounts.NONE.plus(event), SourceCounts::plus);
    }
    days.on(event, clock.instant());
    listener.on(event);
  }

  synchronized void begin(String source) {
    open.merge(source, 1, Integer::sum);
    counts.putIfAbsent(source, SourceCounts.NONE);
  }

  void end(String source) {
    @Nullable SourceCounts done = null;
    synchronized (this) {
      if (open.merge(source, -1, Integer::sum) == 0) {
        open.remove(source);
        done = counts.getOrDefault(source, SourceCounts.NONE);
      }
    }
    if (done != null) {
      listener.on(new CrawlEvent.SourceDone(source, done));
    }
  }

  synchronized Map<String, SourceCounts> counts() {
    return Map.copyOf(counts);
  }
}
