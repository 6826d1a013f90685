package dev.civicwire.ingest.crawl;

import java.time.Instant;

/// When a server's word that nothing has changed is asked for. Some say so whatever has: every
/// fifth request or so, for pages and sources alike, asks for all of it.
final class Conditionals {
  private static final int UNCONDITIONAL = 5;

  private Conditionals() {}

  /// @param last when it was asked before
  static boolean isTrusted(Instant last) {
    return last.getEpochSecond() % UNCONDITIONAL != 0;
  }
}
