package dev.civicwire.enrich.eval;

import dev.civicwire.contract.StageException;
import dev.civicwire.enrich.Tagger;
import dev.civicwire.enrich.learn.LinearModel;
import dev.civicwire.enrich.learn.LogisticTraining;
import dev.civicwire.enrich.learn.LogisticTraining.Decided;
import dev.civicwire.enrich.text.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Trains the model of one of the tagger's learned choices on labelled documents.
///
/// @param annotator whose choice it is, without its version
/// @param classes among which it chooses, in the order of its model
/// @param minCount features of fewer places would be learnt by heart
/// @param penalty on large weights
/// @param head comment in front of the model
/// @param answers what labels say of a place
record ChoiceTraining(
    String annotator,
    List<String> classes,
    int minCount,
    double penalty,
    String head,
    Answers answers) {
  /// What the labels of a document say of a place.
  interface Answers {
    /// The class; empty where the labels leave it open.
    Optional<String> of(JsonNode document, Example example);
  }

  /// Trains on `folders` and writes the model.
  ///
  /// @return one line that says what was written
  /// @throws StageException where a folder holds no labelled document, or `out` cannot be written
  String train(List<LabelledFolder> folders, Path out) {
    Tagger tagger = Tagger.uncalibrated();
    List<Decided> decided = new ArrayList<>();
    for (LabelledFolder folder : folders) {
      folder.documents().forEach(document -> decided.addAll(decided(document, tagger)));
    }
    LinearModel model = new LogisticTraining(classes, minCount, penalty).train(decided);
    try {
      Files.writeString(out, head + model.text());
    } catch (IOException e) {
      throw new StageException(out + ": the model cannot be written", e);
    }
    return "%d features of %d places".formatted(model.size(), decided.size());
  }

  private List<Decided> decided(JsonNode document, Tagger tagger) {
    List<Decided> decided = new ArrayList<>();
    for (Example example : tagger.examples(TaggingEvaluation.article(document))) {
      if (example.annotator().startsWith(annotator + "/")) {
        answers
            .of(document, example)
            .ifPresent(answer -> decided.add(new Decided(example.features(), answer)));
      }
    }
    return decided;
  }
}
