package dev.civicwire.ingest.extract.train;

import dev.civicwire.contract.Json;
import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.extract.Forest;
import dev.civicwire.ingest.extract.TrainingPage;
import dev.civicwire.ingest.extract.eval.BodyComparison;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/// Trains the block model from folders of pages with gold texts (`SET/gold.jsonl` beside gzipped
/// HTML), cross-validated by site, and writes it as a resource.
public final class ModelTraining {
  private static final int FOLDS = 5;
  private static final String GOLD = "gold.jsonl";

  /// Weight of one labelled snippet beside a page of weight one.
  private static final float SNIPPET = 0.08f;

  private static final ForestTrainer.Options OPTIONS =
      new ForestTrainer.Options(150, 18, 0.1, 0.6, 0.4, 20);

  /// Weight of a page of the sets of news, which are fewer than the others.
  private static final float NEWS = 2;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Page(
      String set,
      String id,
      JsonNode gold,
      TrainingPage page,
      float[] labels,
      float[] weights,
      int fold) {}

  private final Consumer<String> progress;
  private final List<Page> pages = new ArrayList<>();
  private final Map<String, Path> folders = new LinkedHashMap<>();

  private ModelTraining(Consumer<String> progress) {
    this.progress = progress;
  }

  /// Trains on `sets` below `root` and writes `block-model.tsv` and the
  /// cross-validated outputs `SET.cv.jsonl` into `target`; lines about it go to `progress`.
  ///
  /// @throws StageException where a set has no gold texts
  public static void run(Path root, List<String> sets, Path target, Consumer<String> progress)
      throws IOException {
    ModelTraining training = new ModelTraining(progress);
    for (String set : sets) {
      training.load(root.resolve(set), set);
    }
    training.train(target);
  }

  private void load(Path folder, String set) throws IOException {
    if (!Files.exists(folder.resolve(GOLD))) {
      throw new StageException(
          "%s has no %s; name a set below the folder of page sets".formatted(folder, GOLD));
    }
    folders.put(set, folder);
    for (String line : Files.readAllLines(folder.resolve(GOLD))) {
      JsonNode gold = Json.mapper().readTree(line);
      Path file = folder.resolve(gold.path("html_path").asString("")).normalize();
      String url = gold.path("url").asString("http://localhost/");
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        TrainingPage page = TrainingPage.read(in.readAllBytes(), url);
        add(set, gold, page, Math.floorMod(site(url).hashCode(), FOLDS));
      }
    }
    progress.accept(set + " read, " + pages.size() + " pages");
  }

  private static String site(String url) {
    String host =
        URI.create(url.replaceAll("[^\\x21-\\x7e]|[\\[\\]{}|^`\"<>\\\\]|%(?![0-9a-fA-F]{2})", "_"))
            .getHost();
    String[] parts = (host == null ? url : host).split("\\.");
    return parts.length < 2
        ? url
        : parts[parts.length - 2].length() < 4 && parts.length > 2
            ? parts[parts.length - 3]
            : parts[parts.length - 2];
  }

  private void add(String set, JsonNode gold, TrainingPage page, int fold) {
    List<String> texts = page.texts();
    String text = gold.path("text").asString("");
    boolean whole = !text.isEmpty();
    float[] labels =
        whole
            ? GoldLabels.ofText(texts, text)
            : GoldLabels.ofSnippets(
                texts, strings(gold.path("must_contain")), strings(gold.path("must_not_contain")));
    float[] weights = new float[labels.length];
    int total = GoldLabels.words(text).size();
    double found = 0;
    for (int at = 0; at < labels.length; at++) {
      int words = GoldLabels.words(texts.get(at)).size();
      float share = Math.min(1, (words + 0.3f) / Math.max(40, total));
      weights[at] = labels[at] < 0 ? 0 : whole ? share : SNIPPET;
      found += labels[at] > 0.5 ? words : 0;
    }
    if (whole && found < total * 0.5) {
      weights = new float[labels.length];
    }
    balance(weights, whole && !gold.has("must_contain") ? NEWS : 1);
    pages.add(new Page(set, gold.path("id").asString(""), gold, page, labels, weights, fold));
  }

  /// No page counts more than `most` and a half: calendars of a thousand short entries would.
  private static void balance(float[] weights, float most) {
    float sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    float factor = most * (sum > 1.5f ? 1.5f / sum : 1);
    for (int at = 0; at < weights.length; at++) {
      weights[at] *= factor;
    }
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(node -> strings.add(node.asString("")));
    return strings;
  }

  private void train(Path target) throws IOException {
    Examples examples = new Examples();
    for (Page page : pages) {
      collect(examples, page, page.page.features());
    }
    progress.accept(examples.rows.size() + " blocks");
    List<float[]> judged = crossValidate(examples);
    compare(judged);
    writeOutputs(target, judged);
    write(target.resolve("block-model.tsv"), ForestTrainer.train(examples, OPTIONS));
  }

  private static void collect(Examples examples, Page page, float[][] rows) {
    for (int at = 0; at < rows.length; at++) {
      if (page.weights[at] > 0) {
        examples.add(rows[at], page.labels[at] > 0.5 ? 1 : 0, page.weights[at], page.fold);
      }
    }
  }

  /// What forests trained without a page's site say of its blocks.
  private List<float[]> crossValidate(Examples examples) {
    List<Forest> forests = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      forests.add(ForestTrainer.train(examples.without(fold), OPTIONS));
      progress.accept("fold " + fold);
    }
    List<float[]> judged = new ArrayList<>();
    double wrong = 0;
    double total = 0;
    for (Page page : pages) {
      float[][] rows = page.page.features();
      float[] probabilities = new float[rows.length];
      for (int row = 0; row < rows.length; row++) {
        probabilities[row] = forests.get(page.fold).probability(rows[row]);
        boolean right = probabilities[row] > 0.5 == page.labels[row] > 0.5;
        wrong += right ? 0 : page.weights[row];
        total += page.weights[row];
      }
      judged.add(probabilities);
    }
    progress.accept(String.format(Locale.ROOT, "weighted error %.4f", wrong / total));
    return judged;
  }

  /// What the model gains over rules alone, each followed by the same decisions on lines.
  private void compare(List<float[]> judged) throws IOException {
    for (Map.Entry<String, Path> set : folders.entrySet()) {
      List<String> learned = new ArrayList<>();
      List<String> ruled = new ArrayList<>();
      for (int at = 0; at < pages.size(); at++) {
        if (pages.get(at).set.equals(set.getKey())) {
          TrainingPage page = pages.get(at).page;
          learned.add(page.text(judged.get(at)));
          ruled.add(page.text(page.ruled()));
        }
      }
      BodyComparison bodies = new BodyComparison(set.getValue());
      bodies.add("trees, of sites they have not seen", learned);
      bodies.add("rules alone", ruled);
      progress.accept(set.getKey() + ", F1");
      bodies.lines().forEach(progress);
    }
  }

  private void writeOutputs(Path target, List<float[]> judged) throws IOException {
    for (String set : folders.keySet()) {
      List<String> lines = new ArrayList<>();
      for (int at = 0; at < pages.size(); at++) {
        if (pages.get(at).set.equals(set)) {
          lines.add(output(pages.get(at), judged.get(at)));
        }
      }
      Files.write(target.resolve(set + ".cv.jsonl"), lines);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // written once, never compared
  private record Output(
      String id, String text, List<String> blocks, float[] judged, float[] labels) {}

  private static String output(Page page, float[] judged) {
    Output output =
        new Output(page.id, page.page.text(judged), page.page.texts(), judged, page.labels);
    return Json.mapper().writeValueAsString(output);
  }

  private static void write(Path file, Forest forest) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# trees of the block model, written by the training command; not edited by hand");
    lines.addAll(forest.rows());
    Files.write(file, lines);
  }
}
