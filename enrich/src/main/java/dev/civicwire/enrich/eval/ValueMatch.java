package dev.civicwire.enrich.eval;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// When a value counts as a label's, by the rules that the label format's scorer documents.
final class ValueMatch {
  private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d\\d.*");

  private final Normaliser normaliser;
  private final JsonNode labels;
  private final String published;

  ValueMatch(Normaliser normaliser, JsonNode labels, String published) {
    this.normaliser = normaliser;
    this.labels = labels;
    this.published = published;
  }

  /// True where `value` is the label's main value, or with `alternatives` one of its others.
  boolean fits(Type type, JsonNode label, JsonNode value, boolean alternatives) {
    return switch (type) {
      case ROLES -> role(label, value, alternatives);
      case SALARIES -> salary(label, value, alternatives);
      case BUDGETS -> budget(label, value, alternatives);
      case DEADLINES, EVENTS -> date(label, value, alternatives);
      case HEADCOUNTS -> headcount(label, value, alternatives);
      case ORGANISATIONS -> organisation(label, value, alternatives);
      case PEOPLE -> person(label, value, alternatives);
      case LOCATIONS -> location(label, value, alternatives);
    };
  }

  private boolean role(JsonNode label, JsonNode value, boolean alternatives) {
    String title = normaliser.title(Labels.text(value, "title", "surface"));
    if (!alternatives) {
      return title.equals(normaliser.title(Labels.text(label, "title")));
    }
    return others(label).stream().map(normaliser::title).anyMatch(title::equals);
  }

  private static Set<String> others(JsonNode label) {
    Set<String> others = new HashSet<>(Labels.texts(label, "alt"));
    others.addAll(Labels.texts(label, "surfaces"));
    return others;
  }

  private static boolean salary(JsonNode label, JsonNode value, boolean alternatives) {
    boolean comparable =
        Labels.sameCurrency(label, value) && Labels.period(label).equals(Labels.period(value));
    List<Double> bounds = Labels.bounds(value, "min", "max");
    if (!comparable) {
      return false;
    }
    return alternatives
        ? Labels.amounts(label).stream().anyMatch(a -> Labels.equal(a, bounds))
        : Labels.equal(Labels.bounds(label, "min", "max"), bounds);
  }

  private static boolean budget(JsonNode label, JsonNode value, boolean alternatives) {
    Optional<Double> amount = Labels.number(value, "amount");
    if (amount.isEmpty() || !Labels.sameCurrency(label, value)) {
      return false;
    }
    double given = amount.get();
    if (!alternatives) {
      return Labels.number(label, "amount").filter(a -> Labels.equal(a, given)).isPresent();
    }
    return Labels.number(label, "amount_min").filter(a -> Labels.equal(a, given)).isPresent()
        || Labels.amounts(label).stream().anyMatch(a -> Labels.equal(a.getFirst(), given));
  }

  private static boolean headcount(JsonNode label, JsonNode value, boolean alternatives) {
    double given = Labels.number(value, "count").orElse(-1.0);
    if (!alternatives) {
      return Labels.number(label, "count").filter(c -> Labels.equal(c, given)).isPresent();
    }
    return Labels.number(label, "count_min").filter(c -> Labels.equal(c, given)).isPresent()
        || Labels.amounts(label).stream().anyMatch(a -> Labels.equal(a.getFirst(), given));
  }

  private static boolean date(JsonNode label, JsonNode value, boolean alternatives) {
    String given = Labels.text(value, "date");
    return alternatives
        ? Labels.texts(label, "alt").stream().anyMatch(d -> sameDate(d, given))
        : sameDate(Labels.text(label, "date"), given);
  }

  /// A label without a year fits any.
  static boolean sameDate(String label, String given) {
    if (label.equals(given)) {
      return true;
    }
    if (!label.startsWith("--") || given.startsWith("--")) {
      return false;
    }
    boolean day = label.length() == 7;
    int end = day ? given.length() : Math.min(7, given.length());
    return given.length() > 5 && given.substring(5, end).equals(label.substring(2, day ? 7 : 4));
  }

  private boolean organisation(JsonNode label, JsonNode value, boolean alternatives) {
    String name = normaliser.text(Labels.text(value, "name", "surface"));
    if (name.isEmpty()) {
      return false;
    }
    String acronym = normaliser.text(Labels.text(label, "acronym"));
    return alternatives
        ? others(label).stream().map(normaliser::text).anyMatch(name::equals)
        : name.equals(normaliser.text(Labels.text(label, "name")))
            || (!acronym.isEmpty() && name.equals(acronym));
  }

  private boolean person(JsonNode label, JsonNode value, boolean alternatives) {
    String name = normaliser.text(Labels.text(value, "name", "surface"));
    if (!alternatives) {
      return !name.isEmpty() && name.equals(normaliser.text(Labels.text(label, "name")));
    }
    return name.indexOf(' ') > 0
        && Labels.texts(label, "surfaces").stream().map(normaliser::text).anyMatch(name::equals);
  }

  private boolean location(JsonNode label, JsonNode value, boolean alternatives) {
    String name = normaliser.text(Labels.text(value, "name", "surface"));
    if (name.isEmpty()) {
      return false;
    }
    return alternatives
        ? others(label).stream().map(normaliser::text).anyMatch(name::equals)
        : name.equals(normaliser.text(Labels.text(label, "name")));
  }

  /// True where the document's labels leave `value` out of the count.
  boolean isNeutral(Type type, JsonNode value) {
    List<String> ignored = Labels.texts(labels, "ignore");
    List<String> names = ignored.stream().map(normaliser::text).toList();
    String surface = normaliser.text(Labels.text(value, "surface"));
    if (!surface.isEmpty() && names.contains(surface)) {
      return true;
    }
    return switch (type) {
      case ROLES -> {
        String title = normaliser.title(Labels.text(value, "title", "surface"));
        yield title.isEmpty() || ignored.stream().map(normaliser::title).anyMatch(title::equals);
      }
      case ORGANISATIONS, PEOPLE, LOCATIONS -> isNeutralName(type, value, names);
      case DEADLINES, EVENTS -> {
        String date = Labels.text(value, "date");
        boolean own = type == Type.EVENTS && date.equals(published);
        yield date.isEmpty() || ignored.contains(date) || own;
      }
      case SALARIES -> {
        List<Double> bounds = Labels.bounds(value, "min", "max");
        yield bounds.isEmpty() || isIgnored(ignored, bounds.getLast());
      }
      case BUDGETS -> isIgnored(ignored, Labels.number(value, "amount").orElse(0.0));
      case HEADCOUNTS -> isIgnored(ignored, Labels.number(value, "count").orElse(0.0));
    };
  }

  private boolean isNeutralName(Type type, JsonNode value, List<String> ignored) {
    String name = normaliser.text(Labels.text(value, "name", "surface"));
    return name.isEmpty()
        || ignored.contains(name)
        || (type == Type.ORGANISATIONS && normaliser.isMedium(name))
        || (type == Type.LOCATIONS && normaliser.isNation(name));
  }

  private static boolean isIgnored(List<String> ignored, double amount) {
    return ignored.stream()
        .filter(text -> !ISO_DATE.matcher(text).matches())
        .flatMap(text -> Amounts.of(text).stream())
        .anyMatch(number -> Labels.equal(number, amount));
  }

  /// What makes two wrong values, or two labels, one.
  String key(Type type, JsonNode value) {
    return switch (type) {
      case ROLES -> normaliser.title(Labels.text(value, "title", "surface"));
      case SALARIES -> Labels.bounds(value, "min", "max") + Labels.text(value, "currency");
      case BUDGETS -> Labels.number(value, "amount") + Labels.text(value, "currency");
      case HEADCOUNTS -> Labels.number(value, "count").toString();
      case DEADLINES, EVENTS -> Labels.text(value, "date");
      case ORGANISATIONS, PEOPLE, LOCATIONS ->
          normaliser.text(Labels.text(value, "name", "surface"));
    };
  }
}
