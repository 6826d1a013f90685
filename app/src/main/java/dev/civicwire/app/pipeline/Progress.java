package dev.civicwire.app.pipeline;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Lines that tell a person what is going on, each with the seconds since the start. Safe for
/// threads.
public final class Progress {
  private final PrintWriter out;
  private final Instant start = Instant.now();

  /// Lines go to `out`.
  public Progress(PrintWriter out) {
    this.out = out;
  }

  /// Prints one line.
  public void line(String text) {
    out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds(), text);
    out.flush();
  }

  /// Seconds since the start.
  public double seconds() {
    return Duration.between(start, Instant.now()).toMillis() / 1000.0;
  }
}
