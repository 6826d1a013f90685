package dev.civicwire.index.web;

import dev.civicwire.contract.CrawlState;
import java.util.List;

/// Tells what came of each source by day, for `/api/coverage`. Called by many threads at once.
@FunctionalInterface
public interface CoverageReport {
  /// The days that are known, and what an operator should look at.
  Days read();

  /// @param days of the sources
  /// @param warnings one line each
  record Days(List<CrawlState.OfSourceDay> days, List<String> warnings) {
    public Days {
      days = List.copyOf(days);
      warnings = List.copyOf(warnings);
    }
  }
}
