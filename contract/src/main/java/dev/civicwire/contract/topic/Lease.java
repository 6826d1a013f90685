package dev.civicwire.contract.topic;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// How long a crawl may trust that its parts are its own without having heard so again. Far shorter
/// than a session less a heartbeat (10 s and 2 s in the embedded broker), after which the group
/// gives them to others. Safe for threads.
final class Lease {
  private static final long LASTS = Duration.ofSeconds(4).toNanos();
  private static final long EVERY = Duration.ofMillis(800).toNanos();

  /// Until when, by the system's nanosecond clock; what it starts with is over.
  private final AtomicLong until = new AtomicLong(System.nanoTime());

  private long lastAsked = System.nanoTime() - EVERY;

  boolean isValid() {
    return System.nanoTime() - until.get() < 0;
  }

  boolean isWorthRenewing(long now) {
    return now - lastAsked >= EVERY;
  }

  void asked(long at) {
    lastAsked = at;
  }

  /// It was answered what was asked at `asked`.
  void renewed(long asked) {
    until.accumulateAndGet(asked + LASTS, (a, b) -> a - b > 0 ? a : b);
  }

  void end() {
    until.set(System.nanoTime());
  }
}
