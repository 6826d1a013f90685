package dev.civicwire.enrich.eval;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.Json;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.StageException;
import dev.civicwire.enrich.Tagger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Runs a tagger over labelled documents and counts what it finds, strictly, by the label format's
/// own rules. A document is `{id, title, published, text, labels}` in a file `<id>.json`.
public final class TaggingEvaluation {
  private final Tagger tagger;
  private final Normaliser normaliser = new Normaliser();
  private final Map<Type, Score> types = new EnumMap<>(Type.class);
  private final Map<String, Score> vacancy = new LinkedHashMap<>();
  private final Reliability reliability = new Reliability();
  private final Map<Type, Reliability> typeReliability = new EnumMap<>(Type.class);
  private Score topics = Score.NONE;
  private Score vacancyPresent = Score.NONE;
  private int documents;
  private int relevant;
  private int publicSector;

  private TaggingEvaluation(Tagger tagger) {
    this.tagger = tagger;
  }

  /// Evaluates `tagger` on every labelled document in `folder`.
  ///
  /// @throws StageException where the folder holds none, or one cannot be read
  public static EvaluationTable run(Path folder, Tagger tagger) {
    TaggingEvaluation evaluation = new TaggingEvaluation(tagger);
    documents(folder).forEach(evaluation::add);
    return evaluation.table();
  }

  /// The labelled documents in `folder`, or in a file of one a line.
  ///
  /// @throws StageException where there are none, or one cannot be read
  static List<JsonNode> documents(Path folder) {
    Stream<JsonNode> all =
        Files.isRegularFile(folder)
            ? lines(folder).stream()
            : files(folder).stream().map(TaggingEvaluation::read);
    List<JsonNode> documents = all.filter(d -> d.path("labels").path("roles").isArray()).toList();
    if (documents.isEmpty()) {
      throw new StageException(
          folder + ": no labelled document (<id>.json with text and labels) is there");
    }
    return documents;
  }

  private static List<JsonNode> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().map(Json.mapper()::readTree).toList();
    } catch (IOException | JacksonException e) {
      throw new StageException(file + ": cannot be read as lines of labelled documents", e);
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new StageException(folder + ": cannot list the folder of labelled documents", e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return Json.mapper().readTree(Files.readString(file));
    } catch (IOException | JacksonException e) {
      throw new StageException(file + ": cannot be read as a labelled document", e);
    }
  }

  private void add(JsonNode document) {
    JsonNode output = output(document, tagger);
    JsonNode labels = document.path("labels");
    DocumentScorer scorer = scorer(document, normaliser);
    for (Type type : Type.values()) {
      types.merge(type, scorer.score(type, labels, output, this::judged), Score::plus);
    }
    new VacancyScorer(normaliser).score(labels, output, vacancy);
    addSubject(labels, output);
    documents++;
  }

  private void judged(Type type, JsonNode value, boolean right) {
    reliability.add(value, right);
    typeReliability.computeIfAbsent(type, t -> new Reliability()).add(value, right);
  }

  static DocumentScorer scorer(JsonNode document, Normaliser normaliser) {
    String published = Labels.text(document, "published");
    return new DocumentScorer(new ValueMatch(normaliser, document.path("labels"), published));
  }

  /// What `tagger` makes of a labelled document.
  static JsonNode output(JsonNode document, Tagger tagger) {
    return withoutArticle(Json.mapper().valueToTree(tagger.tag(article(document))));
  }

  /// The article of a labelled document.
  static Article article(JsonNode document) {
    String published = Labels.text(document, "published");
    Optional<PartialDate> day =
        published.isEmpty() ? Optional.empty() : PartialDate.parse(published);
    String id = Labels.text(document, "id");
    return Article.ofText(
        id, "eval:" + id, Labels.text(document, "title"), Labels.text(document, "text"), day);
  }

  private static JsonNode withoutArticle(JsonNode output) {
    if (output instanceof ObjectNode object) {
      object.remove("article");
    }
    return output;
  }

  private void addSubject(JsonNode labels, JsonNode output) {
    Set<String> wanted = new HashSet<>(Labels.texts(labels, "topics"));
    Set<String> given = new HashSet<>(Labels.texts(output, "topics"));
    Set<String> both = new HashSet<>(wanted);
    both.retainAll(given);
    topics = topics.plus(new Score(wanted.size(), both.size(), given.size() - both.size()));
    boolean sought = labels.path("vacancy").isObject();
    boolean found = output.path("vacancy").isObject();
    vacancyPresent =
        vacancyPresent.plus(
            new Score(sought ? 1 : 0, sought && found ? 1 : 0, !sought && found ? 1 : 0));
    boolean same = Labels.text(labels, "relevance").equals(Labels.text(output, "relevance"));
    relevant += same ? 1 : 0;
    boolean open =
        labels.path("is_public_sector").asBoolean() == output.path("is_public_sector").asBoolean();
    publicSector += open ? 1 : 0;
  }

  private EvaluationTable table() {
    Map<String, Score> byName = new LinkedHashMap<>();
    Score micro = Score.NONE;
    for (Type type : Type.values()) {
      Score score = types.getOrDefault(type, Score.NONE);
      byName.put(type.field(), score);
      micro = micro.plus(score);
    }
    byName.put("MICRO", micro);
    byName.put("topics", topics);
    return new EvaluationTable(
        documents,
        byName,
        vacancyPresent,
        vacancy,
        relevant / (double) documents,
        publicSector / (double) documents,
        reliability,
        typeReliability);
  }
}
