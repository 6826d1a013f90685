package dev.civicwire.ingest.suite;

import dev.civicwire.contract.StageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs the suites that others wrote against the readers of this module. A suite whose files are
/// not there is left out. What a case asks of a crawler, and where we differ on purpose, is in
/// `docs/decisions`.
public final class Suites {
  private Suites() {}

  /// The suites below `folder`, in a fixed order.
  ///
  /// @throws StageException where there is no such folder or none of the suites in it
  public static List<SuiteResult> run(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new StageException(
          "no folder %s: give one that holds robots, feeds, sitemaps, url".formatted(folder));
    }
    SuiteFolder suites = new SuiteFolder(folder);
    List<SuiteResult> results = new ArrayList<>();
    results.addAll(RobotsSuite.run(suites));
    results.addAll(FeedSuite.run(suites));
    results.addAll(SitemapSuite.run(suites));
    results.addAll(UrlSuite.run(suites));
    if (results.isEmpty()) {
      throw new StageException(
          "%s holds none of the suites; it needs robots, feeds, sitemaps or url".formatted(folder));
    }
    return results;
  }
}
