package dev.civicwire.enrich.eval;

import dev.civicwire.contract.StageException;
import dev.civicwire.enrich.Tagger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Makes the table that turns annotators' measures into shares that were right: for each field and
/// annotator a rising staircase (pool adjacent violators), smoothed towards the field's share.
public final class ConfidenceTraining {
  private static final String HEAD =
      """
      # How sure a value is: field, annotator without version (* = any other), least measure of the
      # annotator, share that was right (smoothed, rising). Made by `civicwire train confidence`.
      """;

  /// An annotator with fewer values goes with the others of its field.
  private static final int MIN_VALUES = 25;

  /// A step of fewer values is joined to the next.
  private static final int MIN_STEP = 15;

  /// How many values the field's own share weighs in a step.
  private static final double PRIOR = 4;

  private static final String OTHER_MONEY = "other_money";
  private static final double LEAST = 0.05;
  private static final double MOST = 0.99;

  private final Map<String, List<Sample>> samples = new TreeMap<>();

  private ConfidenceTraining() {}

  private record Sample(double measure, boolean right) {}

  private record Step(double from, double right, double all) {
    double share() {
      return right / all;
    }

    Step plus(Step next) {
      return new Step(from, right + next.right, all + next.all);
    }
  }

  /// Measures a tagger that calibrates nothing on the labelled documents in `folders` and writes
  /// the table.
  ///
  /// @return one line that says what was written
  /// @throws StageException where a folder holds no labelled document, or `out` cannot be written
  public static String train(List<LabelledFolder> folders, Path out) {
    ConfidenceTraining training = new ConfidenceTraining();
    Tagger tagger = Tagger.uncalibrated();
    for (LabelledFolder folder : folders) {
      folder.documents().forEach(document -> training.measure(document, tagger));
    }
    List<String> rows = training.rows();
    try {
      Files.writeString(out, HEAD + String.join("\n", rows) + "\n");
    } catch (IOException e) {
      throw new StageException(out + ": the table cannot be written", e);
    }
    return "%d rows of %d values"
        .formatted(rows.size(), training.samples.values().stream().mapToInt(List::size).sum());
  }

  private void measure(JsonNode document, Tagger tagger) {
    DocumentScorer scorer = TaggingEvaluation.scorer(document, new Normaliser());
    JsonNode output = TaggingEvaluation.output(document, tagger);
    JsonNode labels = document.path("labels");
    for (Type type : Type.values()) {
      scorer.score(type, labels, output, (t, value, right) -> add(t.field(), value, right));
    }
    for (JsonNode value : output.path(OTHER_MONEY)) {
      add(OTHER_MONEY, value, isLabelled(labels.path(OTHER_MONEY), value));
    }
  }

  /// Other money is no type that is scored: it is right where the same amount is labelled so.
  private static boolean isLabelled(JsonNode labels, JsonNode value) {
    Optional<Double> amount = Labels.number(value, "amount");
    for (JsonNode label : labels) {
      Optional<Double> wanted = Labels.number(label, "amount");
      if (amount.isPresent() && wanted.filter(w -> Labels.equal(w, amount.get())).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private void add(String field, JsonNode value, boolean right) {
    String annotator = Labels.text(value, "annotator").replaceFirst("/.*", "");
    Sample sample = new Sample(Labels.number(value, "confidence").orElse(0.0), right);
    samples.computeIfAbsent(field + "\t" + annotator, k -> new ArrayList<>()).add(sample);
  }

  private List<String> rows() {
    List<String> rows = new ArrayList<>();
    Set<String> fields = new TreeSet<>();
    samples.keySet().forEach(key -> fields.add(key.substring(0, key.indexOf('\t'))));
    for (String field : fields) {
      List<Sample> all = new ArrayList<>();
      List<Sample> rest = new ArrayList<>();
      Map<String, List<Sample>> large = new TreeMap<>();
      samples.forEach(
          (key, list) -> {
            if (key.startsWith(field + "\t")) {
              all.addAll(list);
              if (list.size() >= MIN_VALUES) {
                large.put(key, list);
              } else {
                rest.addAll(list);
              }
            }
          });
      double share = share(all);
      large.forEach((key, list) -> add(rows, key, list, share));
      add(rows, field + "\t*", rest.isEmpty() ? all : rest, share);
    }
    return rows;
  }

  private static double share(List<Sample> samples) {
    return samples.stream().filter(Sample::right).count() / (double) samples.size();
  }

  private static void add(List<String> rows, String key, List<Sample> samples, double prior) {
    for (Step step : rising(steps(samples))) {
      double share = (step.right() + PRIOR * prior) / (step.all() + PRIOR);
      rows.add(
          String.format(
              Locale.ROOT, "%s\t%.3f\t%.2f", key, step.from(), Math.clamp(share, LEAST, MOST)));
    }
  }

  /// Steps of at least [#MIN_STEP] values, none parting equal measures.
  private static List<Step> steps(List<Sample> samples) {
    List<Sample> sorted = new ArrayList<>(samples);
    sorted.sort(Comparator.comparingDouble(Sample::measure));
    List<Step> steps = new ArrayList<>();
    Step step = new Step(0, 0, 0);
    for (int i = 0; i < sorted.size(); i++) {
      Sample sample = sorted.get(i);
      double from = step.all() == 0 ? sample.measure() : step.from();
      step = new Step(from, step.right() + (sample.right() ? 1 : 0), step.all() + 1);
      boolean last = i + 1 == sorted.size() || sorted.get(i + 1).measure() > sample.measure();
      if (last && step.all() >= MIN_STEP) {
        steps.add(step);
        step = new Step(0, 0, 0);
      }
    }
    if (step.all() > 0) {
      steps.add(steps.isEmpty() ? step : steps.removeLast().plus(step));
    }
    return steps;
  }

  /// Joins neighbours until the share rises with the measure.
  private static List<Step> rising(List<Step> steps) {
    List<Step> rising = new ArrayList<>();
    for (Step step : steps) {
      Step joined = step;
      while (!rising.isEmpty() && rising.getLast().share() >= joined.share()) {
        joined = rising.removeLast().plus(joined);
      }
      rising.add(joined);
    }
    return rising;
  }
}
