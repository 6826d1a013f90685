package dev.civicwire.enrich.eval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Compares the main vacancy with its label, field by field.
final class VacancyScorer {
  static final List<String> FIELDS =
      List.of(
          "organisation",
          "role",
          "salary",
          "deadline",
          "location",
          "reports_to",
          "recruiter",
          "contact");

  private final Normaliser normaliser;

  VacancyScorer(Normaliser normaliser) {
    this.normaliser = normaliser;
  }

  /// Adds one document's fields to `scores`.
  void score(JsonNode labels, JsonNode output, Map<String, Score> scores) {
    JsonNode label = labels.path("vacancy");
    JsonNode value = output.path("vacancy");
    if (!label.isObject()) {
      return;
    }
    for (String field : FIELDS) {
      boolean wanted = has(label, field);
      boolean given = value.isObject() && has(value, field);
      boolean right = wanted && given && equal(field, label, value, labels);
      Score score = new Score(wanted ? 1 : 0, right ? 1 : 0, !wanted && given ? 1 : 0);
      scores.merge(field, score, Score::plus);
    }
  }

  private static boolean has(JsonNode vacancy, String field) {
    if (field.equals("salary")) {
      return !Labels.bounds(vacancy, "salary_min", "salary_max").isEmpty();
    }
    JsonNode value = vacancy.path(field);
    return value.isArray() ? !value.isEmpty() : !Labels.text(vacancy, field).isEmpty();
  }

  private boolean equal(String field, JsonNode label, JsonNode value, JsonNode labels) {
    return switch (field) {
      case "salary" ->
          Labels.equal(
              Labels.bounds(label, "salary_min", "salary_max"),
              Labels.bounds(value, "salary_min", "salary_max"));
      case "deadline" -> ValueMatch.sameDate(Labels.text(label, field), Labels.text(value, field));
      case "role" -> sameRole(Labels.text(label, field), Labels.text(value, field), labels);
      case "location" -> names(label).equals(names(value));
      case "organisation" ->
          bodies(Labels.text(label, field), labels)
              .contains(normaliser.text(Labels.text(value, field)));
      default -> contained(Labels.text(label, field), Labels.text(value, field));
    };
  }

  private boolean sameRole(String label, String value, JsonNode labels) {
    Set<String> titles = new HashSet<>(Set.of(normaliser.title(label)));
    for (JsonNode role : labels.path("roles")) {
      if (titles.contains(normaliser.title(Labels.text(role, "title")))) {
        Labels.texts(role, "alt").forEach(alt -> titles.add(normaliser.title(alt)));
      }
    }
    return titles.contains(normaliser.title(value));
  }

  private Set<String> names(JsonNode vacancy) {
    Set<String> names = new TreeSet<>();
    Labels.texts(vacancy, "location").forEach(place -> names.add(normaliser.text(place)));
    return names;
  }

  private Set<String> bodies(String label, JsonNode labels) {
    Set<String> all = new HashSet<>(Set.of(normaliser.text(label)));
    for (JsonNode body : labels.path("organisations")) {
      List<String> names = new ArrayList<>(Labels.texts(body, "alt"));
      names.addAll(Labels.texts(body, "surfaces"));
      names.add(Labels.text(body, "name"));
      names.add(Labels.text(body, "acronym"));
      List<String> normal = names.stream().map(normaliser::text).filter(n -> !n.isEmpty()).toList();
      if (normal.stream().anyMatch(all::contains)) {
        all.addAll(normal);
      }
    }
    return all;
  }

  private boolean contained(String label, String value) {
    List<String> one = List.of(normaliser.text(label).toLowerCase(Locale.ROOT).split(" "));
    List<String> other = List.of(normaliser.text(value).split(" "));
    return new HashSet<>(one).containsAll(other) || new HashSet<>(other).containsAll(one);
  }
}
