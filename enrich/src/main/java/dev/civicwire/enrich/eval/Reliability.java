package dev.civicwire.enrich.eval;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// How often values of a stated confidence were right.
final class Reliability {
  private static final double[] BOUNDS = {0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01};

  private final int[] right = new int[BOUNDS.length];
  private final int[] all = new int[BOUNDS.length];
  private final double[] stated = new double[BOUNDS.length];

  void add(JsonNode value, boolean isRight) {
    add(Labels.number(value, "confidence").orElse(1.0), isRight);
  }

  void add(double confidence, boolean isRight) {
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

  /// All buckets as one; zeros where nothing was added.
  Line whole() {
    int values = 0;
    int good = 0;
    double sum = 0;
    for (int i = 0; i < BOUNDS.length; i++) {
      values += all[i];
      good += right[i];
      sum += stated[i];
    }
    return values == 0 ? new Line(0, 0, 0) : new Line(sum / values, good / (double) values, values);
  }

  /// How far stated confidence and the share that was right lie apart, weighted by values.
  double error() {
    Line whole = whole();
    return whole.values() == 0
        ? 0
        : lines().stream().mapToDouble(l -> Math.abs(l.stated() - l.right()) * l.values()).sum()
            / whole.values();
  }

  /// One bucket.
  record Line(double stated, double right, int values) {}
}
