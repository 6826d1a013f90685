package dev.civicwire.enrich.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Pairs the values of one document with its labels: main values first, alternatives second.
final class DocumentScorer {
  private final ValueMatch match;

  DocumentScorer(ValueMatch match) {
    this.match = match;
  }

  /// Takes every value that counts, and whether it was right.
  @FunctionalInterface
  interface Judged {
    void value(Type type, JsonNode value, boolean right);
  }

  /// The score of one type; each value that counts is told to `judged`.
  Score score(Type type, JsonNode labels, JsonNode output, Judged judged) {
    List<JsonNode> gold = distinct(type, labels.path(type.field()));
    List<JsonNode> values = new ArrayList<>();
    output.path(type.field()).forEach(values::add);
    Map<Integer, Integer> found = new HashMap<>();
    Set<Integer> used = new HashSet<>();
    for (boolean alternatives : new boolean[] {false, true}) {
      for (int i = 0; i < values.size(); i++) {
        if (!used.contains(i)) {
          pair(type, gold, values.get(i), i, alternatives, found, used);
        }
      }
    }
    int wrong = 0;
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      JsonNode value = values.get(i);
      if (used.contains(i)) {
        judged.value(type, value, true);
      } else if (!repeats(type, gold, value) && !match.isNeutral(type, value)) {
        judged.value(type, value, false);
        wrong += seen.add(match.key(type, value)) ? 1 : 0;
      }
    }
    return new Score(gold.size(), found.size(), wrong);
  }

  private void pair(
      Type type,
      List<JsonNode> gold,
      JsonNode value,
      int index,
      boolean alternatives,
      Map<Integer, Integer> found,
      Set<Integer> used) {
    for (int j = 0; j < gold.size(); j++) {
      if (!found.containsKey(j) && match.fits(type, gold.get(j), value, alternatives)) {
        found.put(j, index);
        used.add(index);
        return;
      }
    }
  }

  private boolean repeats(Type type, List<JsonNode> gold, JsonNode value) {
    return gold.stream()
        .anyMatch(g -> match.fits(type, g, value, false) || match.fits(type, g, value, true));
  }

  /// Labels of one value count once.
  private List<JsonNode> distinct(Type type, JsonNode labels) {
    List<JsonNode> distinct = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (JsonNode label : labels) {
      String period = type == Type.SALARIES ? Labels.period(label) : "";
      if (keys.add(match.key(type, label) + period)) {
        distinct.add(label);
      }
    }
    return distinct;
  }
}
