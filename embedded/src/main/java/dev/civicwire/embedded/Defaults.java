package dev.civicwire.embedded;

import java.nio.file.Path;
import java.time.Duration;

/// What both configurations take when nothing else is said.
final class Defaults {
  /// Generous: on two busy cores a node that replays its log after a kill takes most of a minute.
  static final Duration PATIENCE = Duration.ofMinutes(3);

  private Defaults() {}

  static Path javaHome() {
    return Path.of(System.getProperty("java.home"));
  }
}
