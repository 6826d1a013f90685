package dev.civicwire.ingest.extract.train;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Features cut into at most 64 bins by their quantiles, stored by feature.
final class Bins {
  static final int MAX = 64;

  /// Upper bound of each bin but the last, by feature.
  final float[][] bounds;

  /// Bin of each row, by feature.
  final byte[][] bins;

  Bins(List<float[]> rows) {
    int features = rows.getFirst().length;
    bounds = new float[features][];
    bins = new byte[features][];
    IntStream.range(0, features).parallel().forEach(feature -> cut(rows, feature));
  }

  private void cut(List<float[]> rows, int feature) {
    float[] values = new float[rows.size()];
    for (int at = 0; at < values.length; at++) {
      values[at] = rows.get(at)[feature];
    }
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    float[] cuts = new float[MAX - 1];
    int count = 0;
    for (int bin = 1; bin < MAX; bin++) {
      int place = (int) ((long) bin * sorted.length / MAX);
      float low = sorted[Math.max(0, place - 1)];
      if (low < sorted[sorted.length - 1] && (count == 0 || cuts[count - 1] < low)) {
        cuts[count++] = low;
      }
    }
    float[] kept = distinctIfFew(sorted, Arrays.copyOf(cuts, count));
    byte[] binned = new byte[values.length];
    for (int at = 0; at < values.length; at++) {
      int found = Arrays.binarySearch(kept, values[at]);
      binned[at] = (byte) (found >= 0 ? found : -found - 1);
    }
    bounds[feature] = kept;
    bins[feature] = binned;
  }

  private static float[] distinctIfFew(float[] sorted, float[] cuts) {
    float[] distinct = new float[MAX];
    int count = 0;
    for (float value : sorted) {
      if (count == 0 || value > distinct[count - 1]) {
        if (count == MAX) {
          return cuts;
        }
        distinct[count++] = value;
      }
    }
    return Arrays.copyOf(distinct, Math.max(0, count - 1));
  }
}
