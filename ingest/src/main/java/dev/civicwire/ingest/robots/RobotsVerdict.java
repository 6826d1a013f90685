package dev.civicwire.ingest.robots;

import java.time.Duration;
import java.time.Instant;

/// What robots.txt says about one address.
public sealed interface RobotsVerdict {
  /// It may be fetched.
  ///
  /// @param delay pause between requests that the site asks for, zero where it asks for none
  record Allowed(Duration delay) implements RobotsVerdict {}

  /// The site does not want it fetched.
  record Forbidden() implements RobotsVerdict {}

  /// The rules could not be read, so that nothing is fetched until they can be (RFC 9309 section
  /// 2.3.1.4).
  ///
  /// @param until when to try again
  /// @param why one line
  record Held(Instant until, String why) implements RobotsVerdict {}
}
