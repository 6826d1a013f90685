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

  private static final String ANNOTATOR = "date/";
  private static final List<String> CLASSES = List.of("deadline", "event", "nothing");

  /// Features of fewer places would be learnt by heart.
  private static final int MIN_COUNT = 3;

  /// Chosen on odd-numbered documents, of 2, 8, 15 and 30.
  private static final double PENALTY = 8;

  private DateTraining() {}

  /// Which documents of a folder are used.
  public enum Numbers {
    ALL,
    /// The others are for measuring.
    ODD
  }

  /// A folder of labelled documents.
  public record Folder(Path path, Numbers numbers) {}

  /// Trains on `folders` and writes the model.
  ///
  /// @return one line that says what was written
  /// @throws StageException where a folder holds no labelled document, or `out` cannot be written
  public static String train(List<Folder> folders, Path out) {
    Tagger tagger = Tagger.uncalibrated();
    List<Decided> decided = new ArrayList<>();
    for (Folder folder : folders) {
      TaggingEvaluation.documents(folder.path()).stream()
          .filter(document -> folder.numbers() == Numbers.ALL || isOdd(document))
          .forEach(document -> decided.addAll(decided(document, tagger)));
    }
    LinearModel model = new LogisticTraining(CLASSES, MIN_COUNT, PENALTY).train(decided);
    try {
      Files.writeString(out, HEAD + model.text());
    } catch (IOException e) {
      throw new StageException(out + ": the model cannot be written", e);
    }
    return "%d features of %d dates".formatted(model.size(), decided.size());
  }

  private static boolean isOdd(JsonNode document) {
    String digits = Labels.text(document, "id").replaceAll("\\D", "");
    return !digits.isEmpty() && (digits.charAt(digits.length() - 1) - '0') % 2 == 1;
  }

  private static List<Decided> decided(JsonNode document, Tagger tagger) {
    List<Decided> decided = new ArrayList<>();
    JsonNode labels = document.path("labels");
    String text = Labels.text(document, "text");
    for (Example example : tagger.examples(TaggingEvaluation.article(document))) {
      if (example.annotator().startsWith(ANNOTATOR)) {
        String surface = text.substring(example.start(), example.end());
        answer(labels, example.value(), surface)
            .ifPresent(answer -> decided.add(new Decided(example.features(), answer)));
      }
    }
    return decided;
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
