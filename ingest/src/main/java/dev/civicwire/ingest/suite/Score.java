package dev.civicwire.ingest.suite;

import java.util.ArrayList;
import java.util.List;

/// Counts the cases of one suite.
final class Score {
  private final String name;
  private final List<String> failures = new ArrayList<>();
  private int total;

  Score(String name) {
    this.name = name;
  }

  /// One more case; `what` tells of it where it did not pass.
  void add(boolean passed, String what) {
    total++;
    if (!passed) {
      failures.add(what);
    }
  }

  SuiteResult result() {
    return new SuiteResult(name, total - failures.size(), total, failures);
  }
}
