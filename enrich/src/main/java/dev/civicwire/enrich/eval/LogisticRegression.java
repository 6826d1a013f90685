package dev.civicwire.enrich.eval;

import java.util.Arrays;
import java.util.List;

/// A logistic model with a penalty on large weights, fitted by Newton's method. Features are
/// measured in their own standard deviations while it is fitted; the weights that come out are for
/// the features as they are.
final class LogisticRegression {
  private static final int STEPS = 30;
  private static final double SMALL = 1e-6;

  private LogisticRegression() {}

  /// The constant and a weight for each feature.
  ///
  /// @param rows features of each sample
  /// @param right whether it is one of those that are sought
  /// @param penalty how strongly large weights are held back
  static double[] fit(List<double[]> rows, List<Boolean> right, double penalty) {
    int width = rows.getFirst().length;
    double[] mean = new double[width];
    double[] spread = new double[width];
    for (int f = 0; f < width; f++) {
      int at = f;
      mean[f] = rows.stream().mapToDouble(r -> r[at]).average().orElse(0);
      double centre = mean[f];
      spread[f] =
          Math.sqrt(rows.stream().mapToDouble(r -> Math.pow(r[at] - centre, 2)).average().orElse(0))
              + SMALL;
    }
    double[] weights = new double[width + 1];
    for (int step = 0; step < STEPS; step++) {
      double[][] system = new double[width + 1][width + 2];
      for (int n = 0; n < rows.size(); n++) {
        add(system, standard(rows.get(n), mean, spread), right.get(n) ? 1 : 0, weights);
      }
      for (int f = 0; f <= width; f++) {
        double held = f == 0 ? SMALL : penalty;
        system[f][f] += held;
        system[f][width + 1] -= held * weights[f];
      }
      double[] change = solved(system);
      for (int f = 0; f <= width; f++) {
        weights[f] += change[f];
      }
    }
    return plain(weights, mean, spread);
  }

  private static double[] standard(double[] row, double[] mean, double[] spread) {
    double[] standard = new double[row.length + 1];
    standard[0] = 1;
    for (int f = 0; f < row.length; f++) {
      standard[f + 1] = (row[f] - mean[f]) / spread[f];
    }
    return standard;
  }

  private static void add(double[][] system, double[] row, double right, double[] weights) {
    double sum = 0;
    for (int f = 0; f < row.length; f++) {
      sum += row[f] * weights[f];
    }
    double probability = 1 / (1 + Math.exp(-sum));
    double weight = probability * (1 - probability) + SMALL;
    for (int f = 0; f < row.length; f++) {
      for (int g = 0; g < row.length; g++) {
        system[f][g] += weight * row[f] * row[g];
      }
      system[f][row.length] += row[f] * (right - probability);
    }
  }

  /// Solves the linear system, its right side in the last column, by elimination.
  private static double[] solved(double[][] system) {
    int size = system.length;
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int row = column + 1; row < size; row++) {
        pivot = Math.abs(system[row][column]) > Math.abs(system[pivot][column]) ? row : pivot;
      }
      double[] swapped = system[column];
      system[column] = system[pivot];
      system[pivot] = swapped;
      for (int row = 0; row < size; row++) {
        double factor = row == column ? 0 : system[row][column] / system[column][column];
        for (int c = column; c <= size && factor != 0; c++) {
          system[row][c] -= factor * system[column][c];
        }
      }
    }
    double[] solution = new double[size];
    Arrays.setAll(solution, i -> system[i][size] / system[i][i]);
    return solution;
  }

  private static double[] plain(double[] weights, double[] mean, double[] spread) {
    double[] plain = new double[weights.length];
    plain[0] = weights[0];
    for (int f = 0; f < mean.length; f++) {
      plain[f + 1] = weights[f + 1] / spread[f];
      plain[0] -= weights[f + 1] * mean[f] / spread[f];
    }
    return plain;
  }
}
