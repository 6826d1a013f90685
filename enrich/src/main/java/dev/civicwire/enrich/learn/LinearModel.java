package dev.civicwire.enrich.learn;

import dev.civicwire.enrich.text.Rows;
import dev.civicwire.enrich.text.Voice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A multinomial logistic model: each feature speaks for or against each class by its weight times
/// its value. A feature that training did not see says nothing. Immutable and safe for threads.
public final class LinearModel {
  private static final String HEADER = "feature";

  /// Weights are kept to a hundredth; a feature that weighs less for every class is left out.
  private static final double LEAST = 0.015;

  private final List<String> classes;
  private final Map<String, double[]> weights;

  LinearModel(List<String> classes, Map<String, double[]> weights) {
    this.classes = List.copyOf(classes);
    this.weights = weights;
  }

  /// Loads the model in resource `name` beside `owner`: a row of `feature` and the classes, then a
  /// row of each feature's weights, all parted by tabs.
  ///
  /// @throws IllegalStateException where it is missing or damaged
  public static LinearModel load(Class<?> owner, String name) {
    List<String[]> rows = Rows.of(owner, name, 2);
    String[] head = rows.getFirst();
    if (!head[0].equals(HEADER)) {
      throw new IllegalStateException(name + ": the first row does not name the classes");
    }
    Map<String, double[]> weights = new HashMap<>();
    for (String[] row : rows.subList(1, rows.size())) {
      weights.put(
          row[0], Arrays.stream(row, 1, head.length).mapToDouble(Double::parseDouble).toArray());
    }
    return new LinearModel(List.of(head).subList(1, head.length), weights);
  }

  /// The share of each class: between 0 and 1, together 1.
  public Map<String, Double> shares(Map<String, Double> features) {
    double[] sums = new double[classes.size()];
    features.forEach(
        (feature, value) -> {
          double @Nullable [] known = weights.get(feature);
          for (int c = 0; known != null && c < sums.length; c++) {
            sums[c] += value * known[c];
          }
        });
    double[] shares = softMax(sums);
    Map<String, Double> byClass = new LinkedHashMap<>();
    for (int c = 0; c < shares.length; c++) {
      byClass.put(classes.get(c), shares[c]);
    }
    return byClass;
  }

  static double[] softMax(double[] sums) {
    double most = Arrays.stream(sums).max().orElse(0);
    double[] shares = Arrays.stream(sums).map(sum -> Math.exp(sum - most)).toArray();
    double all = Arrays.stream(shares).sum();
    return Arrays.stream(shares).map(share -> share / all).toArray();
  }

  /// What each known feature says of class `winner` beside the others, the loudest first.
  public List<Voice> voices(Map<String, Double> features, String winner) {
    int at = classes.indexOf(winner);
    List<Voice> voices = new ArrayList<>();
    features.forEach(
        (feature, value) -> {
          double @Nullable [] known = weights.get(feature);
          if (known != null) {
            double mean = Arrays.stream(known).average().orElse(0);
            voices.add(new Voice(winner, feature, value * (known[at] - mean)));
          }
        });
    voices.sort(Comparator.comparingDouble(voice -> -Math.abs(voice.weight())));
    return List.copyOf(voices);
  }

  /// The model as [#load] reads it, features in the order of the alphabet.
  public String text() {
    StringBuilder text = new StringBuilder(HEADER);
    classes.forEach(name -> text.append('\t').append(name));
    text.append('\n');
    new TreeMap<>(weights)
        .forEach(
            (feature, values) -> {
              if (Arrays.stream(values).anyMatch(value -> Math.abs(value) >= LEAST)) {
                text.append(feature);
                for (double value : values) {
                  text.append(String.format(Locale.ROOT, "\t%.2f", value));
                }
                text.append('\n');
              }
            });
    return text.toString();
  }

  /// How many features it knows.
  public int size() {
    return weights.size();
  }
}
