package dev.civicwire.enrich.eval;

import dev.civicwire.enrich.text.Example;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Trains the model that weighs why an article matters, on labelled documents.
public final class RelevanceTraining {
  private static final String HEAD =
      """
      # Why an article matters: what each fact says for each answer.
      # Made by `civicwire train relevance` from the labelled documents that docs/changing.md names.
      """;

  private static final List<String> CLASSES = List.of("job", "transformation", "both", "none");
  private static final int MIN_COUNT = 4;
  private static final double PENALTY = 1;

  private RelevanceTraining() {}

  /// Trains on `folders` and writes the model.
  ///
  /// @return one line that says what was written
  /// @throws dev.civicwire.contract.StageException where a folder holds no labelled document, or
  ///     `out` cannot be written
  public static String train(List<LabelledFolder> folders, Path out) {
    return new ChoiceTraining(
            "relevance", CLASSES, MIN_COUNT, PENALTY, HEAD, RelevanceTraining::answer)
        .train(folders, out);
  }

  private static Optional<String> answer(JsonNode document, Example example) {
    String relevance = document.path("labels").path("relevance").asString("");
    return Optional.of(relevance).filter(CLASSES::contains);
  }
}
