package dev.civicwire.app.command;

import dev.civicwire.contract.StageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// A shell filter: lines in, lines out in input order, on every core, in constant memory. A bad
/// line is reported with its number and reason, and the rest goes on.
final class LineFilter {
  /// What becomes of one line.
  @FunctionalInterface
  interface Step {
    /// The output line.
    ///
    /// @throws BadLineException where the line cannot be used
    String apply(String line) throws BadLineException;
  }

  /// A line cannot be used; the message says why.
  static final class BadLineException extends Exception {
    private static final long serialVersionUID = 1L;

    BadLineException(String reason) {
      super(reason);
    }
  }

  private sealed interface Outcome {
    record Good(String line) implements Outcome {}

    record Bad(long number, String reason) implements Outcome {}

    record End() implements Outcome {}
  }

  /// Lines in flight for each thread: enough to keep it busy, few enough to stay small.
  private static final int AHEAD = 8;

  /// How often a full queue is looked at again.
  private static final int ROOM_MILLIS = 200;

  /// Lines written between two looks at whether they still arrive.
  private static final int LOOK = 64;

  private final int threads;
  private final PrintWriter out;
  private final PrintWriter err;
  private final String name;

  LineFilter(String name, int threads, PrintWriter out, PrintWriter err) {
    this.name = name;
    this.threads = threads;
    this.out = out;
    this.err = err;
  }

  /// Runs every line of `in` through `step`.
  ///
  /// @return the exit code: 0, or 1 where a line was bad
  int run(BufferedReader in, Step step) throws InterruptedException {
    BlockingQueue<Future<Outcome>> inFlight = new ArrayBlockingQueue<>(threads * AHEAD);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads);
        ExecutorService writer = Executors.newSingleThreadExecutor()) {
      Future<Long> bad = writer.submit(() -> write(inFlight));
      try {
        long number = 0;
        boolean taken = true;
        for (String line = next(in); taken && line != null; line = next(in)) {
          long at = ++number;
          String text = line;
          if (!text.isBlank()) {
            taken = hand(pool.submit(() -> outcome(at, text, step)), inFlight, bad);
          }
        }
      } finally {
        // Also where the input breaks off: the writer waits for it.
        var _ = hand(pool.submit(Outcome.End::new), inFlight, bad);
      }
      return bad.get() == 0 ? 0 : 1;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StageException failure) {
        throw failure;
      }
      throw new IllegalStateException("the filter's writer failed", e.getCause());
    }
  }

  /// Waits for room, but not for a writer that has failed.
  ///
  /// @return false where it has
  private static boolean hand(
      Future<Outcome> outcome, BlockingQueue<Future<Outcome>> inFlight, Future<Long> writer)
      throws InterruptedException {
    while (!inFlight.offer(outcome, ROOM_MILLIS, TimeUnit.MILLISECONDS)) {
      if (writer.isDone()) {
        return false;
      }
    }
    return !writer.isDone();
  }

  @SuppressWarnings("NullAway") // readLine says the end of the input with null
  private static String next(BufferedReader in) {
    try {
      return in.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome outcome(long number, String line, Step step) {
    try {
      return new Outcome.Good(step.apply(line));
    } catch (BadLineException e) {
      return new Outcome.Bad(number, Optional.ofNullable(e.getMessage()).orElse("unusable"));
    } catch (RuntimeException e) {
      // Nobody foresaw it, and the lines behind it are none the worse.
      return new Outcome.Bad(number, "unexpected failure, please report it: " + e);
    }
  }

  private long write(BlockingQueue<Future<Outcome>> inFlight)
      throws InterruptedException, ExecutionException {
    long bad = 0;
    long written = 0;
    while (true) {
      if (inFlight.isEmpty() || written % LOOK == LOOK - 1) {
        Output.flush(out);
      }
      switch (inFlight.take().get()) {
        case Outcome.Good good -> {
          out.write(good.line());
          out.write('\n');
          written++;
        }
        case Outcome.Bad(long number, String reason) -> {
          bad++;
          err.println(name + ": line " + number + ": " + reason);
        }
        case Outcome.End() -> {
          Output.flush(out);
          return bad;
        }
      }
    }
  }
}
