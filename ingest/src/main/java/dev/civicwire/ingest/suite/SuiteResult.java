package dev.civicwire.ingest.suite;

import java.util.List;

/// What came of one suite.
///
/// @param name of the suite
/// @param passed cases that came out as the suite says
/// @param total all cases
/// @param failures one line a case that came out otherwise
public record SuiteResult(String name, int passed, int total, List<String> failures) {
  public SuiteResult {
    failures = List.copyOf(failures);
  }
}
