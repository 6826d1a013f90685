package dev.civicwire.enrich.topic;

import dev.civicwire.contract.Topic;
import dev.civicwire.enrich.text.Rows;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How probable a topic is, by a logistic model of [TopicFacts]; its weights are in `weights.tsv`,
/// made by `civicwire train topics`. Immutable and safe for threads.
final class TopicWeights {
  private final Map<Topic, double[]> weights = new EnumMap<>(Topic.class);

  TopicWeights() {
    for (String[] row : Rows.of(TopicWeights.class, "weights.tsv", 2)) {
      double[] of = new double[row.length - 1];
      for (int i = 0; i < of.length; i++) {
        of[i] = Double.parseDouble(row[i + 1]);
      }
      weights.put(Topic.valueOf(row[0].toUpperCase(Locale.ROOT)), of);
    }
  }

  /// How probable `topic` is, 0 to 1; 0 for one without weights.
  double probability(Topic topic, TopicFacts facts) {
    double @Nullable [] of = weights.get(topic);
    if (of == null) {
      return 0;
    }
    double[] features = facts.features(topic);
    double sum = of[0];
    for (int i = 0; i < features.length; i++) {
      sum += of[i + 1] * features[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
