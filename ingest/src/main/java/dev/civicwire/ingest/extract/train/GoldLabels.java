package dev.civicwire.ingest.extract.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which blocks of a page are in the gold text: a block is, if more than half of its runs of four
/// words are; a shorter block, if a run over its border is or if it is a line of the gold.
final class GoldLabels {
  private static final int RUN = 4;
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}_\\p{Mn}]+", Pattern.UNICODE_CHARACTER_CLASS);

  private GoldLabels() {}

  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  /// For each block the share of it that is in `gold`, and -1 for a block without words.
  static float[] ofText(List<String> blocks, String gold) {
    Map<List<String>, Integer> runs = new HashMap<>();
    List<String> goldWords = words(gold);
    for (int at = 0; at + RUN <= goldWords.size(); at++) {
      runs.merge(goldWords.subList(at, at + RUN), 1, Integer::sum);
    }
    Set<List<String>> lines = new HashSet<>();
    gold.lines().forEach(line -> lines.add(words(line)));
    List<String> stream = new ArrayList<>();
    int[] starts = new int[blocks.size() + 1];
    for (int at = 0; at < blocks.size(); at++) {
      stream.addAll(words(blocks.get(at)));
      starts[at + 1] = stream.size();
    }
    float[] labels = new float[blocks.size()];
    for (int at = 0; at < labels.length; at++) {
      labels[at] = label(stream, starts[at], starts[at + 1], runs, lines);
    }
    return labels;
  }

  private static float label(
      List<String> stream,
      int start,
      int end,
      Map<List<String>, Integer> runs,
      Set<List<String>> lines) {
    int size = end - start;
    if (size == 0) {
      return -1;
    }
    if (size >= RUN) {
      int hits = 0;
      for (int at = start; at + RUN <= end; at++) {
        hits += runs.containsKey(stream.subList(at, at + RUN)) ? 1 : 0;
      }
      return (float) hits / (size - RUN + 1);
    }
    if (lines.contains(stream.subList(start, end))) {
      return 1;
    }
    for (int at = Math.max(0, start - RUN + size); at <= start && at + RUN <= stream.size(); at++) {
      if (at + RUN >= end && runs.containsKey(stream.subList(at, at + RUN))) {
        return 1;
      }
    }
    return 0;
  }

  /// For each block 1 where it holds one of `wanted`, 0 where one of `unwanted`, -1 where unknown.
  static float[] ofSnippets(List<String> blocks, List<String> wanted, List<String> unwanted) {
    float[] labels = new float[blocks.size()];
    for (int at = 0; at < labels.length; at++) {
      String block = blocks.get(at).replaceAll("\\s+", " ");
      labels[at] = holds(block, wanted) ? 1 : holds(block, unwanted) ? 0 : -1;
    }
    return labels;
  }

  private static boolean holds(String block, List<String> snippets) {
    return snippets.stream().map(s -> s.replaceAll("\\s+", " ").strip()).anyMatch(block::contains);
  }
}
