package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState.OfHold;
import dev.civicwire.contract.CrawlState.OfRobots;
import dev.civicwire.ingest.robots.RobotsCache;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What hosts have said that outlives a process: how long they want to be left alone, and their
/// robots.txt. Safe for threads.
final class HostMemory {
  private final Map<String, OfHold> holds = new ConcurrentHashMap<>();
  private final RobotsCache robots;

  HostMemory(RobotsCache robots) {
    this.robots = robots;
  }

  RobotsCache robots() {
    return robots;
  }

  Optional<OfHold> hold(String host) {
    return Optional.ofNullable(holds.get(host));
  }

  void put(OfHold hold) {
    holds.put(hold.host(), hold);
  }

  void put(OfRobots read) {
    robots.restore(read);
  }

  /// Ends a hold.
  ///
  /// @return the one that there was
  Optional<OfHold> release(String host) {
    @Nullable OfHold hold = holds.remove(host);
    return Optional.ofNullable(hold);
  }

  /// What is known under a key of the log is known no more.
  void forget(String key) {
    if (key.startsWith(OfHold.PREFIX)) {
      holds.remove(key.substring(OfHold.PREFIX.length()));
    }
  }

  /// Whether something is known under a key of the log. Of robots.txt files the newest counts,
  /// wherever it stands.
  boolean knows(String key) {
    return key.startsWith(OfHold.PREFIX)
        && holds.containsKey(key.substring(OfHold.PREFIX.length()));
  }
}
