package dev.civicwire.app.pipeline;

import dev.civicwire.contract.StageException;
import dev.civicwire.embedded.EmbeddedBroker;
import dev.civicwire.embedded.EmbeddedNode;
import dev.civicwire.embedded.EngineException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/// An embedded engine that is started again, on its port and data, when it ends unasked: whoever
/// talks to it sees a pause, not an end.
final class SupervisedEngine implements AutoCloseable {
  /// The two kinds of engine, seen alike.
  ///
  /// @param port on which it serves
  /// @param pid of its process
  /// @param exit completes when the process ends
  /// @param megabytes asks how much memory it has in RAM
  /// @param stop ends it in order
  record Running(
      int port,
      long pid,
      CompletableFuture<Integer> exit,
      java.util.function.LongSupplier megabytes,
      Runnable stop) {
    static Running of(EmbeddedBroker broker) {
      String address = broker.bootstrapServers();
      int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
      return new Running(
          port, broker.pid(), broker.onExit(), broker::residentMegabytes, broker::close);
    }

    static Running of(EmbeddedNode node) {
      return new Running(
          node.url().getPort(), node.pid(), node.onExit(), node::residentMegabytes, node::close);
    }
  }

  /// An engine that ends again within this time, three times in a row, is not worth a fourth start.
  private static final Duration STABLE = Duration.ofSeconds(20);

  private static final int ATTEMPTS = 3;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

  private final String name;
  private final IntFunction<Running> starter;
  private final Progress progress;
  private Running running;
  private Instant since = Instant.now();
  private int quickEnds;
  private volatile boolean closed;
  private final CompletableFuture<Void> givenUp = new CompletableFuture<>();

  /// Starts the engine.
  ///
  /// @param starter starts it on a port, 0 = any free one
  SupervisedEngine(String name, Progress progress, IntFunction<Running> starter) {
    this.name = name;
    this.progress = progress;
    this.starter = starter;
    this.running = starter.apply(0);
    watch(running);
  }

  synchronized int port() {
    return running.port();
  }

  synchronized long pid() {
    return running.pid();
  }

  synchronized long megabytes() {
    return running.megabytes().getAsLong();
  }

  private void watch(Running engine) {
    engine
        .exit()
        .thenAcceptAsync(status -> restart(engine, status), task -> Thread.ofVirtual().start(task))
        .exceptionally(
            failure -> {
              progress.line(name + " cannot be started again: " + failure.getMessage());
              givenUp.complete(null);
              return null;
            });
  }

  /// Runs `action` when the engine is not started again any more, at once if it was given up.
  void whenGivenUp(Runnable action) {
    CompletableFuture<Void> _ = givenUp.thenRun(action);
  }

  boolean isGivenUp() {
    return givenUp.isDone();
  }

  private synchronized void restart(Running ended, int status) {
    if (closed || !ended.equals(running)) {
      return;
    }
    quickEnds = Instant.now().isBefore(since.plus(STABLE)) ? quickEnds + 1 : 1;
    if (quickEnds > ATTEMPTS) {
      throw new StageException(name + " ended " + quickEnds + " times in a row: see its log");
    }
    progress.line("%s ended unasked (status %d): starting it again".formatted(name, status));
    // Its claim on the data folder outlives its process.
    ended.stop().run();
    since = Instant.now();
    running = startAgain(ended.port());
    watch(running);
  }

  /// The port of a killed process may need a moment to be free.
  private Running startAgain(int port) {
    Instant end = Instant.now().plus(STABLE);
    while (true) {
      try {
        return starter.apply(port);
      } catch (EngineException e) {
        if (closed || Instant.now().isAfter(end)) {
          throw e;
        }
        progress.line(name + " is not up yet: " + e.getMessage());
        pause(e);
      }
    }
  }

  private static void pause(EngineException cause) {
    try {
      Thread.sleep(BETWEEN_TRIES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cause;
    }
  }

  @Override
  public void close() {
    // Set at once, so that a start under way is the last.
    closed = true;
    Running last;
    synchronized (this) {
      last = running;
    }
    last.stop().run();
  }
}
