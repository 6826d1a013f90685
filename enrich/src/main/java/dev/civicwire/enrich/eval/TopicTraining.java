package dev.civicwire.enrich.eval;

import dev.civicwire.contract.StageException;
import dev.civicwire.contract.Topic;
import dev.civicwire.enrich.Tagger;
import dev.civicwire.enrich.topic.TopicFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Fits what tells an article's topics: for each a logistic model of what is known of the article,
/// on labelled documents.
public final class TopicTraining {
  private static final String HEAD =
      """
      # What speaks for a topic: topic, constant, and a weight for each of its facts, in the order of TopicFacts.
      # Made by `civicwire train topics`.
      """;

  /// How strongly large weights are held back; measured on documents that were not trained on.
  private static final double PENALTY = 10;

  /// A topic of fewer documents gets no weights.
  private static final int LEAST = 3;

  private TopicTraining() {}

  /// Fits the weights on the labelled documents in `folders` and writes them.
  ///
  /// @return one line that says what was written
  /// @throws StageException where a folder holds no labelled document, or `out` cannot be written
  public static String train(List<Path> folders, Path out) {
    List<TopicFacts> facts = new ArrayList<>();
    List<Set<String>> labels = new ArrayList<>();
    Tagger tagger = Tagger.load();
    for (Path folder : folders) {
      for (JsonNode document : TaggingEvaluation.documents(folder)) {
        facts.add(tagger.topicFacts(TaggingEvaluation.article(document)));
        labels.add(Set.copyOf(Labels.texts(document.path("labels"), "topics")));
      }
    }
    List<String> rows = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      String name = topic.name().toLowerCase(Locale.ROOT);
      List<Boolean> right = labels.stream().map(of -> of.contains(name.replace('_', '-'))).toList();
      if (right.stream().filter(Boolean::booleanValue).count() >= LEAST) {
        rows.add(name + row(facts.stream().map(f -> f.features(topic)).toList(), right));
      }
    }
    try {
      Files.writeString(out, HEAD + String.join("\n", rows) + "\n");
    } catch (IOException e) {
      throw new StageException(out + ": the weights cannot be written", e);
    }
    return "weights of %d topics from %d documents".formatted(rows.size(), facts.size());
  }

  private static String row(List<double[]> features, List<Boolean> right) {
    StringBuilder row = new StringBuilder();
    for (double weight : LogisticRegression.fit(features, right, PENALTY)) {
      row.append('\t').append(String.format(Locale.ROOT, "%.4f", weight));
    }
    return row.toString();
  }
}
