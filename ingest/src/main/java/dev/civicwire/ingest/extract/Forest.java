package dev.civicwire.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Boosted regression trees over block features, as a sum of leaves that is a log-odds. Immutable.
public final class Forest {
  /// Log-odds beyond which further trees hardly ever turn an answer.
  private static final float DECIDED = 4.5f;

  /// The sum is looked at after so many trees, and again after as many more.
  private static final int STRIDE = 16;

  private static final int CHILD_BITS = 20;
  private static final int CHILD = (1 << CHILD_BITS) - 1;

  private final float bias;
  private final int[] roots;

  /// What a node asks, in one number, so that a step reads one cell: the feature in the upper bits,
  /// the index of the left child in the lower ones (the right child follows it); -1 at a leaf.
  private final int[] step;

  /// Threshold of an inner node (left if not greater), or the value of a leaf.
  private final float[] value;

  private Forest(float bias, int[] roots, int[] step, float[] value) {
    this.bias = bias;
    this.roots = roots;
    this.step = step;
    this.value = value;
  }

  /// One node of a tree under construction; `feature` -1 marks a leaf, `left` and `left + 1` are
  /// the children's places in the tree's list.
  public record Node(int feature, float value, int left) {}

  /// A forest of `trees`, each a list of nodes whose first is the root.
  public static Forest of(float bias, List<List<Node>> trees) {
    int size = trees.stream().mapToInt(List::size).sum();
    int[] roots = new int[trees.size()];
    if (size > CHILD) {
      throw new IllegalArgumentException("more nodes than can be numbered: " + size);
    }
    int[] step = new int[size];
    float[] value = new float[size];
    int at = 0;
    for (int tree = 0; tree < roots.length; tree++) {
      roots[tree] = at;
      int base = at;
      for (Node node : trees.get(tree)) {
        step[at] = node.feature < 0 ? -1 : node.feature << CHILD_BITS | (base + node.left);
        value[at++] = node.value;
      }
    }
    return new Forest(bias, roots, step, value);
  }

  /// Reads rows as [#rows] wrote them.
  static Forest read(List<String[]> rows) {
    List<List<Node>> trees = new ArrayList<>();
    for (String[] row : rows.subList(1, rows.size())) {
      List<Node> tree = new ArrayList<>();
      for (String cell : row) {
        String[] parts = cell.split(" ");
        tree.add(
            parts.length == 1
                ? new Node(-1, Float.parseFloat(parts[0]), 0)
                : new Node(
                    Integer.parseInt(parts[0]),
                    Float.parseFloat(parts[1]),
                    Integer.parseInt(parts[2])));
      }
      trees.add(tree);
    }
    return of(Float.parseFloat(rows.getFirst()[0]), trees);
  }

  /// The forest as rows of a resource: the bias, then a tree a row, a node a cell.
  public List<String> rows() {
    List<String> rows = new ArrayList<>();
    rows.add(String.format(Locale.ROOT, "%.5g", bias));
    for (int tree = 0; tree < roots.length; tree++) {
      int end = tree + 1 < roots.length ? roots[tree + 1] : step.length;
      List<String> cells = new ArrayList<>();
      for (int at = roots[tree]; at < end; at++) {
        cells.add(
            step[at] < 0
                ? String.format(Locale.ROOT, "%.4g", value[at])
                : String.format(
                    Locale.ROOT,
                    "%d %.6g %d",
                    step[at] >> CHILD_BITS,
                    value[at],
                    (step[at] & CHILD) - roots[tree]));
      }
      rows.add(String.join("\t", cells));
    }
    return rows;
  }

  /// The probability that these features are of article text.
  public float probability(float[] features) {
    float sum = bias;
    for (int tree = 0; tree < roots.length; tree++) {
      if (tree % STRIDE == 0 && (sum < -DECIDED || sum > DECIDED)) {
        break;
      }
      int at = roots[tree];
      int asked = step[at];
      while (asked >= 0) {
        int left = asked & CHILD;
        at = features[asked >> CHILD_BITS] <= value[at] ? left : left + 1;
        asked = step[at];
      }
      sum += value[at];
    }
    return (float) (1 / (1 + Math.exp(-sum)));
  }
}
