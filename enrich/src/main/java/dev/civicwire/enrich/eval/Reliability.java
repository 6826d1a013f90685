package dev.civicwire.enrich.eval;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// How often values of a stated confidence were right.
final class Reliability {
  private static final double[] BOUNDS = {0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01};

  private final int[] right = new int[BOUNDS.length];
  private final int[] all = new int[BOUNDS.length];
  private final double[] stated = new double[BOUNDS.length];

  void add(JsonNode value, boolean isRight) {
    double confidence = Labels.number(value, "confidence").orElse(1.0);
    int bucket = 0;
    while (confidence >= BOUNDS[bucket]) {
      bucket++;
    }
    all[bucket]++;
    stated[bucket] += confidence;
    right[bucket] += isRight ? 1 : 0;
  }

  /// One line a bucket that has values: stated confidence, share that was right, number of values.
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < BOUNDS.length; i++) {
      if (all[i] > 0) {
        lines.add(new Line(stated[i] / all[i], right[i] / (double) all[i], all[i]));
      }
    }
    return lines;
  }

  /// One bucket.
  record Line(double stated, double right, int values) {}
}
