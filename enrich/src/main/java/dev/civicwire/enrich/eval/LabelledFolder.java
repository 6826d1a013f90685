package dev.civicwire.enrich.eval;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Labelled documents to train on.
///
/// @param path a folder of documents, or a file of one a line
/// @param numbers which of them
public record LabelledFolder(Path path, Numbers numbers) {
  /// Which documents are used.
  public enum Numbers {
    ALL,
    /// The others are for measuring.
    ODD
  }

  /// The documents.
  ///
  /// @throws dev.civicwire.contract.StageException where there are none, or one cannot be read
  List<JsonNode> documents() {
    return TaggingEvaluation.documents(path).stream()
        .filter(document -> numbers == Numbers.ALL || isOdd(document))
        .toList();
  }

  private static boolean isOdd(JsonNode document) {
    String digits = Labels.text(document, "id").replaceAll("\\D", "");
    return !digits.isEmpty() && (digits.charAt(digits.length() - 1) - '0') % 2 == 1;
  }
}
