package dev.civicwire.app.command;

import dev.civicwire.app.pipeline.Progress;
import dev.civicwire.contract.topic.KafkaCrawlShares;

/// A progress line where other crawls come or go.
record ShareLines(Progress progress) implements KafkaCrawlShares.Watcher {
  @Override
  public void holds(int held, int parts) {
    progress.line(
        held == parts
            ? "crawls all hosts"
            : "crawls the hosts of %d of %d parts; other crawls have the rest"
                .formatted(held, parts));
  }
}
