package dev.civicwire.enrich.eval;

import dev.civicwire.enrich.text.Example;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Trains the model that decides whether a date is a deadline, an event or nothing, on the dates of
/// labelled documents.
public final class DateTraining {
  private static final String HEAD =
      """
      # Whether a date is a deadline, an event or nothing: what each feature of its place says for each.
      # Made by `civicwire train dates` from the labelled documents that docs/changing.md names.
      """;

  private static final List<String> CLASSES = List.of("deadline", "event", "nothing");
  private static final int MIN_COUNT = 3;

  /// Of 1, 3, 8 and 15 that which did best on the whole; they differ little.
  private static final double PENALTY = 8;

  private DateTraining() {}

  /// Trains on `folders` and writes the model.
  ///
  /// @return one line that says what was written
  /// @throws dev.civicwire.contract.StageException where a folder holds no labelled document, or
  ///     `out` cannot be written
  public static String train(List<LabelledFolder> folders, Path out) {
    return new ChoiceTraining("date", CLASSES, MIN_COUNT, PENALTY, HEAD, DateTraining::answer)
        .train(folders, out);
  }

  private static Optional<String> answer(JsonNode document, Example example) {
    String surface = Labels.text(document, "text").substring(example.start(), example.end());
    return answer(document.path("labels"), example.value(), surface);
  }

  /// What the labels say of a date; empty where they leave it open.
  private static Optional<String> answer(JsonNode labels, String date, String surface) {
    int due = likeness(labels.path("deadlines"), date, surface);
    int happens = likeness(labels.path("events"), date, surface);
    if (due > 0 || happens > 0) {
      return Optional.of(CLASSES.get(due >= happens ? 0 : 1));
    }
    boolean open =
        Labels.texts(labels, "ignore").stream()
            .anyMatch(ignored -> ignored.equals(date) || contains(ignored, surface));
    return open ? Optional.empty() : Optional.of(CLASSES.get(2));
  }

  /// 2 for the same date, 1 for the same words, 0 for another date.
  private static int likeness(JsonNode labels, String date, String surface) {
    int most = 0;
    for (JsonNode label : labels) {
      if (Labels.text(label, "date").equals(date) || Labels.texts(label, "alt").contains(date)) {
        return 2;
      }
      List<String> forms = new ArrayList<>(Labels.texts(label, "surfaces"));
      forms.add(Labels.text(label, "surface"));
      most = forms.stream().anyMatch(form -> contains(form, surface)) ? 1 : most;
    }
    return most;
  }

  private static boolean contains(String form, String surface) {
    return form.toLowerCase(Locale.ROOT).contains(surface.toLowerCase(Locale.ROOT));
  }
}
