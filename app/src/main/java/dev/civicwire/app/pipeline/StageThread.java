package dev.civicwire.app.pipeline;

import dev.civicwire.contract.StageException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A stage in a thread of its own: its failure is kept for whoever waits for it.
final class StageThread implements AutoCloseable {
  private static final int STOP_SECONDS = 9;

  private final String name;
  private final Runnable stop;
  private final CompletableFuture<Void> end;

  StageThread(String name, Runnable run, Runnable stop) {
    this.name = name;
    this.stop = stop;
    this.end = CompletableFuture.runAsync(run, task -> Thread.ofPlatform().name(name).start(task));
  }

  /// Throws what ended the stage, if it has ended by a failure.
  void check() {
    failure()
        .ifPresent(
            failure -> {
              throw failure;
            });
  }

  private Optional<RuntimeException> failure() {
    if (!end.isCompletedExceptionally()) {
      return Optional.empty();
    }
    try {
      end.join();
      return Optional.empty();
    } catch (CompletionException e) {
      return Optional.of(
          e.getCause() instanceof RuntimeException cause
              ? cause
              : new StageException(name + " ended: " + e.getCause(), e));
    }
  }

  /// Runs `action` when the stage ends by a failure, at once if it has.
  void whenFails(Runnable action) {
    CompletableFuture<Void> _ =
        end.exceptionally(
            failure -> {
              action.run();
              return null;
            });
  }

  void stop() {
    stop.run();
  }

  /// Stops the stage and waits for its end.
  @Override
  public void close() {
    stop();
    try {
      end.get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
