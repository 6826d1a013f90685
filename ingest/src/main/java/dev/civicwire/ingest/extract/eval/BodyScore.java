package dev.civicwire.ingest.extract.eval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Runs of four words that a text shares with the gold text, has too many and lacks.
record BodyScore(int hit, int extra, int lost) {
  private static final int RUN = 4;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  static BodyScore of(String gold, String text) {
    Map<List<String>, Integer> wanted = runs(gold);
    Map<List<String>, Integer> given = runs(text);
    int hit = 0;
    for (Map.Entry<List<String>, Integer> run : given.entrySet()) {
      hit += Math.min(run.getValue(), wanted.getOrDefault(run.getKey(), 0));
    }
    return new BodyScore(hit, sum(given) - hit, sum(wanted) - hit);
  }

  /// An empty text has none: where nothing was found there is nothing to be precise about.
  private static Map<List<String>, Integer> runs(String text) {
    List<String> words = words(text);
    Map<List<String>, Integer> runs = new HashMap<>();
    if (words.isEmpty()) {
      return runs;
    }
    int last = Math.max(1, words.size() - RUN + 1);
    for (int at = 0; at < last; at++) {
      runs.merge(words.subList(at, Math.min(words.size(), at + RUN)), 1, Integer::sum);
    }
    return runs;
  }

  private static int sum(Map<List<String>, Integer> runs) {
    return runs.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Harmonic mean of the pages' mean precision and mean recall.
  static double f1(Collection<BodyScore> scores) {
    double precision = mean(scores, score -> share(score.hit, score.extra));
    double recall = mean(scores, score -> share(score.hit, score.lost));
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /// NaN where the page says nothing of it.
  private static double share(int hit, int miss) {
    return hit + miss == 0 ? Double.NaN : (double) hit / (hit + miss);
  }

  private static double mean(Collection<BodyScore> scores, ToDoubleFunction<BodyScore> value) {
    return scores.stream()
        .mapToDouble(value)
        .filter(share -> !Double.isNaN(share))
        .average()
        .orElse(0);
  }
}
