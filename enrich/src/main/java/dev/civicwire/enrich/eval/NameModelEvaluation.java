package dev.civicwire.enrich.eval;

import dev.civicwire.enrich.name.ModelSpans;
import dev.civicwire.enrich.name.ModelSpans.Name;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Measures the shipped name model alone, without lists and rules, on labelled documents: of the
/// distinct names that it finds, the share that a label has (precision); of the labels, the share
/// that it finds in any form (recall).
public final class NameModelEvaluation {
  /// The model's types and the labels that they answer to.
  private static final String[][] TYPES = {
    {"person", "people"}, {"organization", "organisations"}, {"location", "locations"}
  };

  private NameModelEvaluation() {}

  /// A line for each type: precision, recall and F1 over `folder`.
  ///
  /// @throws dev.civicwire.contract.StageException where it holds no labelled document
  public static List<String> run(Path folder) {
    List<JsonNode> documents = TaggingEvaluation.documents(folder);
    ModelSpans model = new ModelSpans();
    List<List<Name>> found = documents.stream().map(d -> model.in(Labels.text(d, "text"))).toList();
    List<String> lines = new ArrayList<>();
    lines.add(documents.size() + " documents");
    for (String[] type : TYPES) {
      lines.add(line(documents, found, type[0], type[1]));
    }
    return lines;
  }

  private static String line(
      List<JsonNode> documents, List<List<Name>> found, String type, String field) {
    int right = 0;
    int told = 0;
    int met = 0;
    int wanted = 0;
    for (int i = 0; i < documents.size(); i++) {
      Set<String> names = new HashSet<>();
      for (Name name : found.get(i)) {
        if (name.type().equals(type)) {
          names.add(plain(name.place().surface()));
        }
      }
      List<Set<String>> labels = new ArrayList<>();
      documents.get(i).path("labels").path(field).forEach(l -> labels.add(forms(l)));
      told += names.size();
      wanted += labels.size();
      right += (int) names.stream().filter(n -> labels.stream().anyMatch(l -> is(n, l))).count();
      met += (int) labels.stream().filter(l -> names.stream().anyMatch(n -> is(n, l))).count();
    }
    double precision = right / (double) Math.max(1, told);
    double recall = met / (double) Math.max(1, wanted);
    double f1 = right == 0 ? 0 : 2 * precision * recall / (precision + recall);
    return String.format(
        Locale.ROOT,
        "%-13s %4d labels  precision %.3f  recall %.3f  F1 %.3f",
        field,
        wanted,
        precision,
        recall,
        f1);
  }

  /// A form of the label, or a part of it in whole words such as a surname.
  private static boolean is(String name, Set<String> forms) {
    return forms.stream().anyMatch(form -> (" " + form + " ").contains(" " + name + " "));
  }

  private static Set<String> forms(JsonNode label) {
    Set<String> forms = new HashSet<>();
    for (String field : List.of("name", "surface", "acronym")) {
      forms.add(plain(Labels.text(label, field)));
    }
    Labels.texts(label, "surfaces").forEach(s -> forms.add(plain(s)));
    Labels.texts(label, "alt").forEach(s -> forms.add(plain(s)));
    forms.remove("");
    return forms;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
  }
}
