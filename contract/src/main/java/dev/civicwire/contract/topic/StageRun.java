package dev.civicwire.contract.topic;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One run of a stage's loop, and its end from outside.
final class StageRun {
  /// How long a batch may take to finish once a stop was asked for.
  private static final Duration GRACE = Duration.ofSeconds(4);

  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable Thread thread;
  private volatile @Nullable Instant stopAsked;

  /// Binds the run to the thread that does it.
  void begin() {
    if (thread != null) {
      throw new IllegalStateException("a stage runs once: make a new one");
    }
    thread = Thread.currentThread();
  }

  void end() {
    ended.countDown();
  }

  boolean stopping() {
    return stopAsked != null;
  }

  /// True where the batch in hand has used up its grace and is to be left for the next start.
  boolean overdue() {
    Instant asked = stopAsked;
    return asked != null && Instant.now().isAfter(asked.plus(GRACE.dividedBy(2)));
  }

  /// Asks for the end and waits for it: first kindly, then with an interrupt.
  void stop() {
    if (stopAsked == null) {
      stopAsked = Instant.now();
    }
    Thread runner = thread;
    if (runner == null || runner.equals(Thread.currentThread())) {
      return;
    }
    try {
      if (!ended.await(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        runner.interrupt();
        var _ = ended.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      runner.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  /// Waits unless a stop is asked for.
  void pause(Duration duration) {
    Instant end = Instant.now().plus(duration);
    while (!stopping() && Instant.now().isBefore(end)) {
      try {
        Thread.sleep(Duration.ofMillis(50));
      } catch (InterruptedException e) {
        throw Failures.interrupted(e);
      }
    }
  }
}
