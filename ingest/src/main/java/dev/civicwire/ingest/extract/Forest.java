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

  private final float bias;
  private final int[] roots;

  /// Feature of an inner node, or -1 at a leaf.
  private final short[] feature;

  /// Threshold of an inner node (left if not greater), or the value of a leaf.
  private final float[] value;

  /// Index of the left child; the right child follows it.
  private final int[] child;

  private Forest(float bias, int[] roots, short[] feature, float[] value, int[] child) {
    this.bias = bias;
    this.roots = roots;
    this.feature = feature;
    this.value = value;
    this.child = child;
  }

  /// One node of a tree under construction; `feature` -1 marks a leaf, `left` and `left + 1` are
  /// the children's places in the tree's list.
  public record Node(int feature, float value, int left) {}

  /// A forest of `trees`, each a list of nodes whose first is the root.
  public static Forest of(float bias, List<List<Node>> trees) {
    int size = trees.stream().mapToInt(List::size).sum();
    int[] roots = new int[trees.size()];
    short[] feature = new short[size];
    float[] value = new float[size];
    int[] child = new int[size];
    int at = 0;
    for (int tree = 0; tree < roots.length; tree++) {
      roots[tree] = at;
      int base = at;
      for (Node node : trees.get(tree)) {
        feature[at] = (short) node.feature;
        value[at] = node.value;
        child[at++] = base + node.left;
      }
    }
    return new Forest(bias, roots, feature, value, child);
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
      int end = tree + 1 < roots.length ? roots[tree + 1] : feature.length;
      List<String> cells = new ArrayList<>();
      for (int at = roots[tree]; at < end; at++) {
        cells.add(
            feature[at] < 0
                ? String.format(Locale.ROOT, "%.4g", value[at])
                : String.format(
                    Locale.ROOT, "%d %.6g %d", feature[at], value[at], child[at] - roots[tree]));
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
      int asked = feature[at];
      while (asked >= 0) {
        at = features[asked] <= value[at] ? child[at] : child[at] + 1;
        asked = feature[at];
      }
      sum += value[at];
    }
    return (float) (1 / (1 + Math.exp(-sum)));
  }
}
