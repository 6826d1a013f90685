package dev.civicwire.contract.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Finds what would break a consumer or an old record: within a major version a schema may only
/// gain optional fields and further values of an enumeration.
final class SchemaGrowth {
  private static final List<String> FIXED =
      List.of("type", "format", "pattern", "$ref", "const", "$id");

  private final List<String> breaks = new ArrayList<>();

  private SchemaGrowth() {}

  /// Each incompatible change from `released` to `current`, one line each.
  static List<String> breaks(JsonNode released, JsonNode current) {
    SchemaGrowth growth = new SchemaGrowth();
    growth.compare("#", released, current);
    return growth.breaks;
  }

  private void compare(String path, JsonNode old, JsonNode now) {
    for (String keyword : FIXED) {
      if (!old.path(keyword).equals(now.path(keyword))) {
        breaks.add(
            path + ": " + keyword + " was " + old.path(keyword) + ", is " + now.path(keyword));
      }
    }
    for (String map : List.of("properties", "$defs")) {
      for (String name : old.path(map).propertyNames()) {
        if (now.path(map).has(name)) {
          compare(path + "/" + name, old.path(map).path(name), now.path(map).path(name));
        } else {
          breaks.add(path + ": " + name + " is gone");
        }
      }
    }
    if (old.has("items")) {
      compare(path + "[]", old.path("items"), now.path("items"));
    }
    texts(old, "enum").stream()
        .filter(value -> !texts(now, "enum").contains(value))
        .forEach(value -> breaks.add(path + ": the value " + value + " is gone"));
    if (!texts(old, "required").equals(texts(now, "required"))) {
      breaks.add(path + ": other fields are required");
    }
  }

  private static Set<String> texts(JsonNode node, String keyword) {
    Set<String> texts = new TreeSet<>();
    node.path(keyword).forEach(value -> texts.add(value.asString()));
    return texts;
  }
}
