package dev.civicwire.app.pipeline;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// SIGTERM and Ctrl-C, passed on to what runs: its stop action is called, and the process waits for
/// it to end with its work committed.
public final class StopSignal implements AutoCloseable {
  /// Supervisors kill after ten seconds.
  private static final int PATIENCE_SECONDS = 9;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch asked = new CountDownLatch(1);
  private final Thread hook;

  private final List<Runnable> stops = new CopyOnWriteArrayList<>();

  private StopSignal(Runnable stop) {
    stops.add(stop);
    hook =
        new Thread(
            () -> {
              asked.countDown();
              stops.reversed().forEach(Runnable::run);
              awaitEnd();
            },
            "civicwire-stop");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// From now on until it is closed, a signal runs `stop` and waits.
  public static StopSignal calling(Runnable stop) {
    return new StopSignal(stop);
  }

  /// Runs `stop` at the signal too, before what was named earlier.
  public void also(Runnable stop) {
    stops.add(stop);
  }

  /// Ends the waiting without a signal, when there is nothing left to wait for.
  public void release() {
    asked.countDown();
  }

  /// Waits for the signal.
  public void await() throws InterruptedException {
    asked.await();
  }

  private void awaitEnd() {
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// What was to be stopped has ended.
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is going down already, which is why we are here.
      return;
    }
  }
}
