package dev.civicwire.ingest.extract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the second model sees: a block's own features and what the first model thinks of the
/// blocks around it, of its boxes and of its template.
final class BlockVotes {
  private static final int ADDED = 7 + 8 + 2 + 6;

  static final int SIZE = BlockFeatures.SIZE + ADDED;

  private BlockVotes() {}

  private static final class Sum {
    double votes;
    double chars;

    void add(double vote, double weight) {
      votes += vote * weight;
      chars += weight;
    }

    double mean() {
      return chars == 0 ? 0 : votes / chars;
    }
  }

  /// Rows for the second model.
  static float[][] of(Blocks blocks, float[][] features, float[] votes) {
    List<Block> list = blocks.list;
    double[] boxVotes = new double[blocks.boxes.size()];
    Map<Integer, Sum> templates = new HashMap<>();
    double[] mass = new double[list.size() + 1];
    for (Block block : list) {
      double weight = Math.min(block.text.length(), 800);
      boxVotes[block.box.index] += votes[block.index] * block.text.length();
      templates.computeIfAbsent(block.box.template(), key -> new Sum()).add(votes[block.index], weight);
      mass[block.index + 1] = mass[block.index] + votes[block.index] * weight;
    }
    for (int at = boxVotes.length - 1; at > 0; at--) {
      Box parent = blocks.boxes.get(at).parent;
      if (parent != null) {
        boxVotes[parent.index] += boxVotes[at];
      }
    }
    int[] before = nearest(votes, 1);
    int[] after = nearest(votes, -1);
    float[][] rows = new float[list.size()][];
    for (Block block : list) {
      int at = block.index;
      float[] row = Arrays.copyOf(features[at], SIZE);
      int cell = BlockFeatures.SIZE;
      for (int step = -3; step <= 3; step++) {
        int other = at + step;
        row[cell++] = other >= 0 && other < votes.length ? votes[other] : 0;
      }
      for (int level = 0; level < 4; level++) {
        Box box = block.box.up(level);
        row[cell++] = (float) (box.chars == 0 ? 0 : boxVotes[box.index] / box.chars);
        row[cell++] = (float) (boxVotes[box.index] / (1 + boxVotes[0]));
      }
      Sum template = templates.getOrDefault(block.box.template(), new Sum());
      row[cell++] = (float) template.mean();
      row[cell++] = (float) (template.votes / (1 + mass[list.size()]));
      row[cell++] = (float) (mass[at] / (1 + mass[list.size()]));
      row[cell++] = (float) (mass[at + 1] / (1 + mass[list.size()]));
      row[cell++] = before[at];
      row[cell++] = after[at];
      row[cell++] = (float) mass[list.size()];
      row[cell] = votes[at] * block.text.length();
      rows[at] = row;
    }
    return rows;
  }

  /// Blocks to the nearest that is voted for, before (`step` 1) or after (`step` -1), at most 50.
  private static int[] nearest(float[] votes, int step) {
    int[] distances = new int[votes.length];
    int distance = 50;
    int from = step > 0 ? 0 : votes.length - 1;
    for (int at = from; at >= 0 && at < votes.length; at += step) {
      distances[at] = distance;
      distance = votes[at] > 0.5 ? 1 : Math.min(50, distance + 1);
    }
    return distances;
  }
}
