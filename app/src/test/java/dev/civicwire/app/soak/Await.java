package dev.civicwire.app.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what must come true.
final class Await {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private Await() {}

  /// Looks again and again until `condition` holds.
  ///
  /// @return how long that took
  /// @throws AssertionError where it does not within `patience`
  static Duration until(String what, Duration patience, BooleanSupplier condition) {
    Instant start = Instant.now();
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(start.plus(patience))) {
        throw new AssertionError("not within %d s: %s".formatted(patience.toSeconds(), what));
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return Duration.between(start, Instant.now());
  }
}
