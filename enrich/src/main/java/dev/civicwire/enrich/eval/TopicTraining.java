package dev.civicwire.enrich.eval;

import dev.civicwire.enrich.text.Example;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Trains the model that weighs an article's topics by what is known of it, on labelled documents.
public final class TopicTraining {
  private static final String HEAD =
      """
      # Whether an article has a topic: what each fact says for it and against it, for all topics and for one.
      # Made by `civicwire train topics` from the labelled documents that docs/changing.md names.
      """;

  private static final List<String> CLASSES = List.of("fits", "not");
  private static final int MIN_COUNT = 3;
  private static final double PENALTY = 1;

  private TopicTraining() {}

  /// Trains on `folders` and writes the model.
  ///
  /// @return one line that says what was written
  /// @throws dev.civicwire.contract.StageException where a folder holds no labelled document, or
  ///     `out` cannot be written
  public static String train(List<LabelledFolder> folders, Path out) {
    return new ChoiceTraining("topics", CLASSES, MIN_COUNT, PENALTY, HEAD, TopicTraining::answer)
        .train(folders, out);
  }

  private static Optional<String> answer(JsonNode document, Example example) {
    List<String> topics = Labels.texts(document.path("labels"), "topics");
    return topics.isEmpty()
        ? Optional.empty()
        : Optional.of(CLASSES.get(topics.contains(example.value()) ? 0 : 1));
  }
}
