package dev.civicwire.ingest.crawl;

import java.time.Instant;

/// Something to be done at one host.
interface Visit {
  /// What it is about; never two with one key at a time.
  String key();

  /// The host whose pace it keeps.
  String host();

  /// The source that it is done for.
  String source();

  /// How it stands to what else its host has to do.
  Urgency urgency();

  /// Does it.
  void run(HostLane lane) throws InterruptedException;

  /// Leaves it for later.
  void defer(Instant until, String why) throws InterruptedException;
}
