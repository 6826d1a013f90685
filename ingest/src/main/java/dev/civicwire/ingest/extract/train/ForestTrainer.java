package dev.civicwire.ingest.extract.train;

import dev.civicwire.ingest.extract.Forest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Gradient boosting with logistic loss on binned features; trees grow leaf by leaf. The same
/// examples and options give the same forest.
final class ForestTrainer {
  /// How forests are grown.
  record Options(
      int trees, int leaves, double rate, double rowShare, double featureShare, double ridge) {}

  private static final double MIN_GAIN = 1e-4;

  private final Options options;
  private final Bins bins;
  private final float[] labels;
  private final float[] weights;
  private final double[] scores;
  private final double[] gradients;
  private final double[] hessians;
  private final double minHessian;
  private final Random random = new Random(7);

  private ForestTrainer(Examples examples, Options options) {
    this.options = options;
    this.bins = new Bins(examples.rows);
    int size = examples.rows.size();
    labels = new float[size];
    weights = new float[size];
    double total = 0;
    for (int at = 0; at < size; at++) {
      labels[at] = examples.labels.get(at);
      weights[at] = examples.weights.get(at);
      total += weights[at];
    }
    for (int at = 0; at < size; at++) {
      weights[at] *= (float) (size / total);
    }
    scores = new double[size];
    gradients = new double[size];
    hessians = new double[size];
    minHessian = size * 2e-4;
  }

  static Forest train(Examples examples, Options options) {
    return new ForestTrainer(examples, options).train();
  }

  private Forest train() {
    double right = 0;
    double total = 0;
    for (int at = 0; at < labels.length; at++) {
      right += labels[at] * weights[at];
      total += weights[at];
    }
    double bias = Math.log(right / (total - right));
    Arrays.fill(scores, bias);
    List<List<Forest.Node>> trees = new ArrayList<>();
    for (int tree = 0; tree < options.trees; tree++) {
      slopes();
      trees.add(grow());
    }
    return Forest.of((float) bias, trees);
  }

  private void slopes() {
    for (int at = 0; at < scores.length; at++) {
      double probability = 1 / (1 + Math.exp(-scores[at]));
      gradients[at] = (probability - labels[at]) * weights[at];
      hessians[at] = Math.max(1e-6, probability * (1 - probability)) * weights[at];
    }
  }

  /// A leaf that may be split, with the best split of it.
  private static final class Leaf {
    final int node;
    final int[] rows;
    final double[][] histogram;
    double gain;
    int feature = -1;
    int bin;

    Leaf(int node, int[] rows, double[][] histogram) {
      this.node = node;
      this.rows = rows;
      this.histogram = histogram;
    }
  }

  private List<Forest.Node> grow() {
    int[] rows =
        IntStream.range(0, labels.length)
            .filter(at -> random.nextDouble() < options.rowShare)
            .toArray();
    int[] features =
        IntStream.range(0, bins.bins.length)
            .filter(at -> bins.bounds[at].length > 0 && random.nextDouble() < options.featureShare)
            .toArray();
    List<Forest.Node> nodes = new ArrayList<>();
    nodes.add(new Forest.Node(-1, 0, 0));
    List<Leaf> leaves = new ArrayList<>();
    leaves.add(search(new Leaf(0, rows, histogram(rows, features)), features));
    while (leaves.size() < options.leaves) {
      Leaf best = leaves.stream().max((a, b) -> Double.compare(a.gain, b.gain)).orElseThrow();
      if (best.feature < 0 || best.gain <= MIN_GAIN) {
        break;
      }
      leaves.remove(best);
      split(best, nodes, leaves, features);
    }
    for (Leaf leaf : leaves) {
      nodes.set(leaf.node, new Forest.Node(-1, (float) (options.rate * value(leaf.rows)), 0));
    }
    addToScores(nodes);
    return nodes;
  }

  private void split(Leaf leaf, List<Forest.Node> nodes, List<Leaf> leaves, int[] features) {
    byte[] column = bins.bins[leaf.feature];
    int[] left = Arrays.stream(leaf.rows).filter(at -> column[at] <= leaf.bin).toArray();
    int[] right = Arrays.stream(leaf.rows).filter(at -> column[at] > leaf.bin).toArray();
    int child = nodes.size();
    nodes.set(leaf.node, new Forest.Node(leaf.feature, bins.bounds[leaf.feature][leaf.bin], child));
    nodes.add(new Forest.Node(-1, 0, 0));
    nodes.add(new Forest.Node(-1, 0, 0));
    boolean leftSmaller = left.length < right.length;
    double[][] small = histogram(leftSmaller ? left : right, features);
    double[][] large = minus(leaf.histogram, small);
    leaves.add(search(new Leaf(child, left, leftSmaller ? small : large), features));
    leaves.add(search(new Leaf(child + 1, right, leftSmaller ? large : small), features));
  }

  private double[][] histogram(int[] rows, int[] features) {
    double[][] histogram = new double[features.length][];
    IntStream.range(0, features.length)
        .parallel()
        .forEach(
            index -> {
              byte[] column = bins.bins[features[index]];
              double[] sums = new double[2 * Bins.MAX];
              for (int row : rows) {
                int bin = column[row] * 2;
                sums[bin] += gradients[row];
                sums[bin + 1] += hessians[row];
              }
              histogram[index] = sums;
            });
    return histogram;
  }

  private static double[][] minus(double[][] all, double[][] part) {
    double[][] rest = new double[all.length][];
    for (int at = 0; at < all.length; at++) {
      rest[at] = all[at].clone();
      for (int bin = 0; bin < rest[at].length; bin++) {
        rest[at][bin] -= part[at][bin];
      }
    }
    return rest;
  }

  private Leaf search(Leaf leaf, int[] features) {
    for (int index = 0; index < features.length; index++) {
      double[] sums = leaf.histogram[index];
      double gradient = 0;
      double hessian = 0;
      for (int bin = 0; bin < Bins.MAX; bin++) {
        gradient += sums[2 * bin];
        hessian += sums[2 * bin + 1];
      }
      double whole = quality(gradient, hessian);
      double leftGradient = 0;
      double leftHessian = 0;
      for (int bin = 0; bin < bins.bounds[features[index]].length; bin++) {
        leftGradient += sums[2 * bin];
        leftHessian += sums[2 * bin + 1];
        double rightHessian = hessian - leftHessian;
        if (leftHessian < minHessian || rightHessian < minHessian) {
          continue;
        }
        double gain =
            quality(leftGradient, leftHessian)
                + quality(gradient - leftGradient, rightHessian)
                - whole;
        if (gain > leaf.gain) {
          leaf.gain = gain;
          leaf.feature = features[index];
          leaf.bin = bin;
        }
      }
    }
    return leaf;
  }

  private double quality(double gradient, double hessian) {
    return gradient * gradient / (hessian + options.ridge);
  }

  private double value(int[] rows) {
    double gradient = 0;
    double hessian = 0;
    for (int row : rows) {
      gradient += gradients[row];
      hessian += hessians[row];
    }
    return -gradient / (hessian + options.ridge);
  }

  private void addToScores(List<Forest.Node> nodes) {
    int[] bin = new int[nodes.size()];
    for (int at = 0; at < bin.length; at++) {
      Forest.Node node = nodes.get(at);
      bin[at] =
          node.feature() < 0 ? 0 : Arrays.binarySearch(bins.bounds[node.feature()], node.value());
    }
    for (int row = 0; row < scores.length; row++) {
      int at = 0;
      Forest.Node node = nodes.getFirst();
      while (node.feature() >= 0) {
        at = bins.bins[node.feature()][row] <= bin[at] ? node.left() : node.left() + 1;
        node = nodes.get(at);
      }
      scores[row] += node.value();
    }
  }
}
