package dev.civicwire.enrich.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Reads fields of labels and of output, which share their names.
final class Labels {
  private static final double TOLERANCE = 0.005;

  private Labels() {}

  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? value.asString() : "";
  }

  /// The first of `fields` that is there.
  static String text(JsonNode node, String field, String otherwise) {
    String text = text(node, field);
    return text.isEmpty() ? text(node, otherwise) : text;
  }

  static Optional<Double> number(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isNumber() ? Optional.of(value.asDouble()) : Optional.empty();
  }

  static List<String> texts(JsonNode node, String field) {
    List<String> texts = new ArrayList<>();
    node.path(field)
        .forEach(item -> texts.add(item.isString() ? item.asString() : item.toString()));
    return texts;
  }

  static boolean equal(double one, double other) {
    return Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
  }

  /// Lower and upper bound, one where they are equal or only one is given.
  static List<Double> bounds(JsonNode node, String low, String high) {
    TreeSet<Double> bounds = new TreeSet<>();
    number(node, low).ifPresent(bounds::add);
    number(node, high).ifPresent(bounds::add);
    return List.copyOf(bounds);
  }

  static boolean equal(List<Double> one, List<Double> other) {
    if (one.isEmpty() || one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!equal(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// The amounts among the alternatives of a label; "95000..105000" is a range.
  static List<List<Double>> amounts(JsonNode label) {
    List<List<Double>> amounts = new ArrayList<>();
    for (String text : texts(label, "alt")) {
      List<Double> bounds = new ArrayList<>();
      for (String part : text.split("\\.\\.")) {
        Amounts.of(part).ifPresent(bounds::add);
      }
      if (!bounds.isEmpty()) {
        bounds.sort(Double::compare);
        amounts.add(bounds);
      }
    }
    return amounts;
  }

  static boolean sameCurrency(JsonNode label, JsonNode value) {
    String one = text(label, "currency");
    String other = text(value, "currency");
    return one.isEmpty() || other.isEmpty() || one.equalsIgnoreCase(other);
  }

  static String period(JsonNode node) {
    String period = text(node, "period");
    return period.isEmpty() ? "year" : period;
  }
}
