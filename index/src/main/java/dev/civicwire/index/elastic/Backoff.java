package dev.civicwire.index.elastic;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Growing waits between tries, bounded, with chance in them so that several writers do not come
/// back together. A wait ends early when the stop flag is set.
final class Backoff {
  private static final long FIRST_MILLIS = 100;
  private static final long LONGEST_MILLIS = 10_000;
  private static final long LOOK_MILLIS = 50;

  private final BooleanSupplier stopped;
  private long millis = FIRST_MILLIS;

  Backoff(BooleanSupplier stopped) {
    this.stopped = stopped;
  }

  void reset() {
    millis = FIRST_MILLIS;
  }

  void pause(Consumer<Duration> announce) {
    long wait = millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1);
    millis = Math.min(millis * 2, LONGEST_MILLIS);
    announce.accept(Duration.ofMillis(wait));
    long end = System.nanoTime() + Duration.ofMillis(wait).toNanos();
    try {
      while (System.nanoTime() < end && !stopped.getAsBoolean()) {
        Thread.sleep(Math.min(LOOK_MILLIS, wait));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
