package dev.civicwire.enrich.learn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Trains a [LinearModel]: maximum likelihood with an L2 penalty, all examples in each of a fixed
/// number of steps (Adam, Kingma and Ba 2015), so that the same examples give the same model.
public final class LogisticTraining {
  private static final int STEPS = 300;
  private static final double RATE = 0.05;
  private static final double MEAN_DECAY = 0.9;
  private static final double SQUARE_DECAY = 0.99;

  private final List<String> classes;
  private final int minCount;
  private final double penalty;

  /// @param classes of which it chooses one
  /// @param minCount in how many examples a feature has to be
  /// @param penalty on squares of weights, in examples
  public LogisticTraining(List<String> classes, int minCount, double penalty) {
    this.classes = List.copyOf(classes);
    this.minCount = minCount;
    this.penalty = penalty;
  }

  /// One decision that was made by hand.
  ///
  /// @param features by name
  /// @param answer its class
  public record Decided(Map<String, Double> features, String answer) {}

  /// An example by numbers of features.
  private static final class Sparse {
    private final int[] features;
    private final double[] values;
    private final int answer;

    private Sparse(int[] features, double[] values, int answer) {
      this.features = features;
      this.values = values;
      this.answer = answer;
    }
  }

  /// The model of `examples`.
  ///
  /// @throws IllegalArgumentException where an answer is none of the classes
  public LinearModel train(List<Decided> examples) {
    Map<String, Integer> numbers = numbers(examples);
    List<Sparse> sparse = examples.stream().map(example -> sparse(example, numbers)).toList();
    double[] weights = new double[numbers.size() * classes.size()];
    double[] means = new double[weights.length];
    double[] squares = new double[weights.length];
    for (int step = 1; step <= STEPS; step++) {
      double[] slope = slope(sparse, weights);
      for (int i = 0; i < weights.length; i++) {
        means[i] = MEAN_DECAY * means[i] + (1 - MEAN_DECAY) * slope[i];
        squares[i] = SQUARE_DECAY * squares[i] + (1 - SQUARE_DECAY) * slope[i] * slope[i];
        double mean = means[i] / (1 - Math.pow(MEAN_DECAY, step));
        double square = squares[i] / (1 - Math.pow(SQUARE_DECAY, step));
        weights[i] -= RATE * mean / (Math.sqrt(square) + 1e-8);
      }
    }
    return model(numbers, weights);
  }

  private Map<String, Integer> numbers(List<Decided> examples) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    examples.forEach(
        example ->
            example.features().keySet().stream()
                .sorted()
                .forEach(feature -> counts.merge(feature, 1, Integer::sum)));
    Map<String, Integer> numbers = new LinkedHashMap<>();
    counts.forEach(
        (feature, count) -> {
          if (count >= minCount) {
            numbers.put(feature, numbers.size());
          }
        });
    return numbers;
  }

  private Sparse sparse(Decided example, Map<String, Integer> numbers) {
    int answer = classes.indexOf(example.answer());
    if (answer < 0) {
      throw new IllegalArgumentException("none of the classes: " + example.answer());
    }
    List<String> known =
        example.features().keySet().stream().filter(numbers::containsKey).sorted().toList();
    return new Sparse(
        known.stream().mapToInt(feature -> numbers.getOrDefault(feature, 0)).toArray(),
        known.stream().mapToDouble(feature -> value(example, feature)).toArray(),
        answer);
  }

  private static double value(Decided example, String feature) {
    @Nullable Double value = example.features().get(feature);
    return value == null ? 0 : value;
  }

  private double[] slope(List<Sparse> examples, double[] weights) {
    int width = classes.size();
    double[] slope = Arrays.stream(weights).map(weight -> penalty * weight).toArray();
    for (Sparse example : examples) {
      double[] sums = new double[width];
      for (int f = 0; f < example.features.length; f++) {
        for (int c = 0; c < width; c++) {
          sums[c] += example.values[f] * weights[example.features[f] * width + c];
        }
      }
      double[] miss = LinearModel.softMax(sums);
      miss[example.answer] -= 1;
      for (int f = 0; f < example.features.length; f++) {
        for (int c = 0; c < width; c++) {
          slope[example.features[f] * width + c] += example.values[f] * miss[c];
        }
      }
    }
    return slope;
  }

  private LinearModel model(Map<String, Integer> numbers, double[] weights) {
    int width = classes.size();
    Map<String, double[]> byName = new HashMap<>();
    numbers.forEach(
        (feature, number) ->
            byName.put(feature, Arrays.copyOfRange(weights, number * width, (number + 1) * width)));
    return new LinearModel(classes, byName);
  }
}
