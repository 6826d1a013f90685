package dev.civicwire.app.command;

import dev.civicwire.contract.Json;
import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.suite.SuiteResult;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The results of suites, for people and for machines.
final class SuiteTable {
  private static final int ANCESTORS = 6;

  private final PrintWriter out;

  SuiteTable(PrintWriter out) {
    this.out = out;
  }

  /// The JSON line.
  record Summary(List<Line> suites) {}

  /// One suite of it.
  record Line(String name, int passed, int total) {}

  void print(List<SuiteResult> results, boolean failures, boolean json) {
    if (failures) {
      results.forEach(r -> r.failures().forEach(f -> out.println(r.name() + ": " + oneLine(f))));
    }
    results.forEach(r -> out.printf("%-32s %5d / %5d%n", r.name(), r.passed(), r.total()));
    int passed = results.stream().mapToInt(SuiteResult::passed).sum();
    int total = results.stream().mapToInt(SuiteResult::total).sum();
    out.printf("%-32s %5d / %5d%n", "all", passed, total);
    if (json) {
      List<Line> lines =
          results.stream().map(r -> new Line(r.name(), r.passed(), r.total())).toList();
      out.println(Json.mapper().writeValueAsString(new Summary(lines)));
    }
    out.flush();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  /// `shared/suites` beside the working folder or the project, or beside a folder above.
  static Path folder() {
    return Stream.of(
            Optional.of(Path.of("")),
            Optional.ofNullable(System.getProperty("civicwire.engines")).map(Path::of))
        .flatMap(Optional::stream)
        .flatMap(SuiteTable::ancestors)
        .map(folder -> folder.resolve("shared").resolve("suites"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(
            () ->
                new StageException(
                    "no folder shared/suites beside the project: name the suites' folder"));
  }

  private static Stream<Path> ancestors(Path start) {
    return Stream.iterate(
            Optional.of(start.toAbsolutePath().normalize()),
            Optional::isPresent,
            path -> path.flatMap(p -> Optional.ofNullable(p.getParent())))
        .flatMap(Optional::stream)
        .limit(ANCESTORS);
  }
}
