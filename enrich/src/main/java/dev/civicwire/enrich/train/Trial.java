package dev.civicwire.enrich.train;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.util.Span;

/// Measures a model on articles that it was not trained on: exact spans, by type.
final class Trial {
  private Trial() {}

  static Map<String, Double> f1(NameFinderME finder, List<List<TaggedWords>> articles) {
    Map<String, int[]> counts = new TreeMap<>();
    for (List<TaggedWords> article : articles) {
      finder.clearAdaptiveData();
      for (TaggedWords sentence : article) {
        Span[] found = finder.find(sentence.words().toArray(String[]::new));
        count(
            counts,
            new HashSet<>(Arrays.stream(found).map(Trial::bare).toList()),
            new HashSet<>(sentence.names()));
      }
    }
    Map<String, Double> f1 = new TreeMap<>();
    counts.forEach((type, c) -> f1.put(type, 2.0 * c[0] / Math.max(1, c[1] + c[2])));
    return f1;
  }

  private static Span bare(Span span) {
    return new Span(span.getStart(), span.getEnd(), span.getType());
  }

  private static void count(Map<String, int[]> counts, Set<Span> found, Set<Span> gold) {
    for (Span span : found) {
      int[] c = counts.computeIfAbsent(span.getType(), t -> new int[3]);
      c[1]++;
      c[0] += gold.contains(span) ? 1 : 0;
    }
    for (Span span : gold) {
      counts.computeIfAbsent(span.getType(), t -> new int[3])[2]++;
    }
  }
}
