package dev.civicwire.ingest.extract.eval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Bodies that several ways of extraction give for the pages of one set, scored side by side: body
/// F1, or F1 of the snippets where the set has nothing else.
public final class BodyComparison {
  private final List<GoldPage> pages;
  private final Map<String, SystemScore> scores = new LinkedHashMap<>();

  /// @param set folder of a `gold.jsonl`
  /// @throws IOException where it cannot be read
  public BodyComparison(Path set) throws IOException {
    pages = GoldPage.read(set);
  }

  /// Takes the bodies that `way` gives.
  ///
  /// @param texts one a page, in the order of the gold texts
  public void add(String way, List<String> texts) {
    SystemScore score = new SystemScore();
    for (int at = 0; at < pages.size(); at++) {
      score.add(pages.get(at), Answer.ofText(texts.get(at)), 0);
    }
    scores.put(way, score);
  }

  /// A line a way, and how sure the first is ahead of each other where the set has whole bodies.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    scores.forEach(
        (way, score) -> lines.add(String.format(Locale.ROOT, "  %-34s %.4f", way, score.f1())));
    SystemScore first = scores.values().iterator().next();
    scores.forEach(
        (way, score) -> {
          if (score != first && !score.bodies.isEmpty()) {
            lines.add(PairedBootstrap.compare(way, first.bodies, score.bodies));
          }
        });
    return lines;
  }
}
