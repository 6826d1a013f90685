package dev.civicwire.contract.topic;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/// A stage in a thread of its own; closing stops it and passes on what it failed with.
record RunningStage(CompletableFuture<Void> end, Runnable stop) implements AutoCloseable {
  static RunningStage of(Runnable run, Runnable stop) {
    return new RunningStage(CompletableFuture.runAsync(run, Thread.ofPlatform()::start), stop);
  }

  void await(String what, BooleanSupplier condition) {
    Probe.await(
        what,
        Duration.ofSeconds(60),
        // A stage that failed is waited for no longer: closing passes on why.
        () -> end.isCompletedExceptionally() || condition.getAsBoolean());
  }

  @Override
  public void close() {
    stop.run();
    end.join();
  }
}
