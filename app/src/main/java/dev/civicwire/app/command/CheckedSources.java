package dev.civicwire.app.command;

import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.crawl.SourceCheck;
import dev.civicwire.ingest.crawl.SourceCheck.Verdict;
import dev.civicwire.ingest.source.Source;
import dev.civicwire.ingest.source.SourceFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Prints each source as it has been tried, and counts them by verdict. Sources are tried side by
/// side: whole blocks are printed.
final class CheckedSources implements Consumer<SourceCheck.Checked> {
  private final PrintWriter out;
  private final int show;
  private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);

  /// @param show addresses to show of each source
  CheckedSources(PrintWriter out, int show) {
    this.out = out;
    this.show = show;
  }

  /// The sources of a file; where several are wrong, each is printed before the failure.
  static List<Source> linted(Path file, PrintWriter out) {
    try {
      List<Source> sources = SourceFile.read(file);
      out.printf("%s: %d sources, well-formed%n", file, sources.size());
      return sources;
    } catch (SourceFile.NotUnderstood e) {
      if (e.problems().size() == 1) {
        throw e;
      }
      e.problems().forEach(problem -> out.println("FAIL  " + problem));
      throw new StageException(
          "%s: %d sources are wrong; correct them and check again"
              .formatted(file, e.problems().size()),
          e);
    } finally {
      out.flush();
    }
  }

  @Override
  public synchronized void accept(SourceCheck.Checked checked) {
    counts.merge(checked.verdict(), 1, Integer::sum);
    out.printf(
        "%-5s %s (%s) %s%n      %s%n",
        word(checked.verdict()),
        checked.source(),
        checked.kind(),
        checked.url(),
        checked.outcome());
    checked.wanted().stream().limit(show).forEach(url -> out.println("      + " + url));
    checked.passedOver().forEach((why, n) -> out.printf("      - %d %s%n", n, why));
    out.flush();
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case GIVES_LINKS -> "ok";
      case GIVES_NOTHING -> "WARN";
      case UNREADABLE -> "FAIL";
    };
  }

  synchronized void printSummary(int paused) {
    int empty = counts.getOrDefault(Verdict.GIVES_NOTHING, 0);
    out.printf(
        "%d sources could be read%s, %d could not, %d are paused%n",
        counts.getOrDefault(Verdict.GIVES_LINKS, 0) + empty,
        empty == 0 ? "" : " (%d of them to no use)".formatted(empty),
        counts.getOrDefault(Verdict.UNREADABLE, 0),
        paused);
    out.flush();
  }

  /// True where each of them gives something to fetch.
  synchronized boolean areAllUseful() {
    return counts.keySet().stream().allMatch(verdict -> verdict == Verdict.GIVES_LINKS);
  }
}
