package dev.civicwire.ingest.extract.train;

import java.util.ArrayList;
import java.util.List;

/// Rows of features with what is right for each, how much it counts and which fold it is in.
final class Examples {
  final List<float[]> rows = new ArrayList<>();
  final List<Float> labels = new ArrayList<>();
  final List<Float> weights = new ArrayList<>();
  final List<Integer> folds = new ArrayList<>();

  void add(float[] row, float label, float weight, int fold) {
    rows.add(row);
    labels.add(label);
    weights.add(weight);
    folds.add(fold);
  }

  /// The rows of all folds but `fold`; all rows where `fold` is -1.
  Examples without(int fold) {
    Examples rest = new Examples();
    for (int at = 0; at < rows.size(); at++) {
      if (folds.get(at) != fold) {
        rest.add(rows.get(at), labels.get(at), weights.get(at), folds.get(at));
      }
    }
    return rest;
  }
}
