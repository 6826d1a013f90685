package dev.civicwire.app.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// An article of `expected.json` beside what came out of the pipeline, both as JSON: what is
/// expected
/// and was not found, and what was found though nothing like it is expected.
///
/// Rules of comparison: texts without case, accents and punctuation; amounts, dates and enumerated
/// values exactly, where `alt…` lists what is as good; a post under its title, an `alt` or a
/// surface.
/// Of a headcount the number counts, not who is counted.
final class Comparison {
  /// One way in which the result is not the expected one.
  ///
  /// @param path of the page
  /// @param type of the value, such as `salaries` or `vacancy.deadline`; `+` before it: found in
  /// vain
  /// @param value in short
  record Miss(String path, String type, String value) {
    @Override
    public String toString() {
      return path + "\t" + type + "\t" + value;
    }
  }

  /// What counts of each type of value.
  private static final Map<String, BiPredicate<JsonNode, JsonNode>> TYPES = types();

  /// The types of which a value too many is a mistake that a reader would act on.
  private static final Set<String> PRECISE = Set.of("salaries", "deadlines", "budgets");

  private final String path;
  private final JsonNode expected;
  private final JsonNode found;
  private final List<Miss> misses = new ArrayList<>();

  private Comparison(JsonNode expected, JsonNode found) {
    this.path = expected.path("path").asString();
    this.expected = expected;
    this.found = found;
  }

  /// All differences of an article.
  static List<Miss> misses(JsonNode expected, JsonNode found) {
    Comparison comparison = new Comparison(expected, found);
    comparison.compareArticle(found.path("article"));
    TYPES.forEach(comparison::compareValues);
    comparison.compareVacancy();
    comparison.compareVerdicts();
    return comparison.misses;
  }

  private static Map<String, BiPredicate<JsonNode, JsonNode>> types() {
    Map<String, BiPredicate<JsonNode, JsonNode>> rules = new LinkedHashMap<>();
    rules.put("roles", (e, f) -> name(e, f, "title") && oneOf(e, f, "status"));
    rules.put(
        "salaries",
        (e, f) ->
            amount(e, f, "min")
                && amount(e, f, "max")
                && Stream.of("currency", "period", "qualifier", "grade")
                    .allMatch(field -> oneOf(e, f, field)));
    rules.put(
        "budgets",
        (e, f) ->
            amount(e, f, "amount")
                && Stream.of("currency", "period", "kind").allMatch(field -> oneOf(e, f, field)));
    rules.put("other_money", (e, f) -> amount(e, f, "amount") && oneOf(e, f, "currency"));
    rules.put("deadlines", Comparison::date);
    rules.put("events", Comparison::date);
    rules.put("headcounts", (e, f) -> amount(e, f, "count"));
    rules.put(
        "organisations",
        (e, f) -> (name(e, f, "name") || oneOf(e, f, "acronym")) && oneOf(e, f, "kind"));
    rules.put("people", (e, f) -> Wording.same(text(e, "name"), text(f, "name")));
    rules.put("locations", (e, f) -> name(e, f, "name"));
    return rules;
  }

  private void compareArticle(JsonNode article) {
    for (String field : List.of("source", "title", "standfirst", "ai_generated")) {
      if (expected.has(field) && !text(expected, field).equals(text(article, field))) {
        miss("article." + field, text(expected, field));
      }
    }
    if (!text(article, "published").startsWith(text(expected, "published"))) {
      miss("article.published", text(expected, "published"));
    }
    if (!texts(expected, "authors").toList().equals(texts(article, "authors").toList())) {
      miss("article.authors", String.join(", ", texts(expected, "authors").toList()));
    }
    String text = text(article, "text");
    texts(expected, "text_contains")
        .filter(part -> !text.contains(part))
        .forEach(part -> miss("article.text", part));
    texts(expected, "text_excludes")
        .filter(text::contains)
        .forEach(part -> miss("+article.text", part));
  }

  private void compareValues(String type, BiPredicate<JsonNode, JsonNode> rule) {
    List<JsonNode> had = items(found, type);
    for (JsonNode value : items(expected, type)) {
      if (had.stream().noneMatch(f -> rule.test(value, f))) {
        miss(type, label(value));
      }
    }
    if (PRECISE.contains(type)) {
      had.stream()
          .filter(f -> items(expected, type).stream().noneMatch(e -> rule.test(e, f)))
          .filter(f -> !isIgnored(f))
          .forEach(f -> miss("+" + type, label(f)));
    }
  }

  private void compareVacancy() {
    JsonNode wanted = expected.path("vacancy");
    JsonNode had = found.path("vacancy");
    if (!wanted.isObject()) {
      if (had.isObject()) {
        miss("+vacancy", text(had, "role"));
      }
      return;
    }
    for (String field : wanted.propertyNames()) {
      if (!field.endsWith("_alt") && !sameField(wanted, had, field)) {
        miss("vacancy." + field, label(wanted.path(field)));
      }
    }
  }

  private static boolean sameField(JsonNode wanted, JsonNode had, String field) {
    return switch (field) {
      case "salary_min", "salary_max" -> amount(wanted, had, field);
      case "location" -> names(wanted.path(field)).equals(names(had.path(field)));
      default ->
          Stream.concat(Stream.of(text(wanted, field)), texts(wanted, field + "_alt"))
              .anyMatch(text -> Wording.same(text, text(had, field)));
    };
  }

  private void compareVerdicts() {
    Set<String> topics = names(found.path("topics"));
    names(expected.path("topics")).stream()
        .filter(topic -> !topics.contains(topic))
        .forEach(topic -> miss("topics", topic));
    for (String verdict : List.of("relevance", "is_public_sector")) {
      if (!text(expected, verdict).equals(text(found, verdict))) {
        miss(verdict, text(expected, verdict));
      }
    }
  }

  private boolean isIgnored(JsonNode value) {
    return items(expected, "ignore").stream()
        .map(JsonNode::asString)
        .anyMatch(
            ignored ->
                Wording.same(ignored, text(value, "surface"))
                    || ignored.equals(text(value, "date")));
  }

  private void miss(String type, String value) {
    misses.add(new Miss(path, type, value));
  }

  private static boolean date(JsonNode expected, JsonNode found) {
    return Stream.concat(Stream.of(text(expected, "date")), texts(expected, "alt"))
            .anyMatch(text(found, "date")::equals)
        && oneOf(expected, found, "kind");
  }

  private static boolean name(JsonNode expected, JsonNode found, String field) {
    return Stream.of(
            Stream.of(text(expected, field)), texts(expected, "alt"), texts(expected, "surfaces"))
        .flatMap(names -> names)
        .anyMatch(name -> Wording.same(name, text(found, field)));
  }

  /// The field is the expected one, or one of its alternatives; absent is a value too.
  private static boolean oneOf(JsonNode expected, JsonNode found, String field) {
    return Stream.concat(Stream.of(text(expected, field)), texts(expected, "alt_" + field))
        .anyMatch(text -> Wording.same(text, text(found, field)));
  }

  private static boolean amount(JsonNode expected, JsonNode found, String field) {
    JsonNode wanted = expected.path(field);
    JsonNode had = found.path(field);
    return (wanted.isNumber() && had.isNumber())
        ? wanted.decimalValue().compareTo(had.decimalValue()) == 0
        : !wanted.isNumber() && !had.isNumber();
  }

  private static List<JsonNode> items(JsonNode article, String type) {
    return article.path(type).valueStream().toList();
  }

  private static Stream<String> texts(JsonNode node, String field) {
    return node.path(field).valueStream().map(JsonNode::asString);
  }

  private static Set<String> names(JsonNode list) {
    Set<String> names = new TreeSet<>();
    list.valueStream().map(JsonNode::asString).map(Wording::plain).forEach(names::add);
    return names;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }

  /// A value in short, stable whatever is added to it.
  private static String label(JsonNode value) {
    if (!value.isObject()) {
      return value.isArray() ? String.join(", ", names(value)) : value.asString("none");
    }
    List<String> parts = new ArrayList<>();
    for (String field :
        List.of(
            "title",
            "status",
            "name",
            "amount",
            "min",
            "max",
            "count",
            "date",
            "currency",
            "period",
            "qualifier",
            "grade",
            "kind")) {
      JsonNode part = value.path(field);
      if (!part.isMissingNode() && !part.isNull()) {
        parts.add(part.isNumber() ? plain(part) : part.asString());
      }
    }
    return String.join(" ", parts);
  }

  private static String plain(JsonNode number) {
    return number.decimalValue().stripTrailingZeros().toPlainString();
  }
}
