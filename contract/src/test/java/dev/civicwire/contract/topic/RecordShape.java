package dev.civicwire.contract.topic;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.civicwire.contract.Json;
import dev.civicwire.contract.PartialDate;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Compares records with the schema that claims to describe them, both ways.
final class RecordShape {
  private static final Set<Class<?>> INTEGERS =
      Set.of(int.class, Integer.class, long.class, Long.class);

  private final JsonNode root;
  private final List<String> differences = new ArrayList<>();

  private RecordShape(JsonNode root) {
    this.root = root;
  }

  /// Where they differ, one line each.
  static List<String> differences(Class<?> type, JsonNode schema) {
    return differences(type, schema, schema, Set.of());
  }

  /// The same for a schema below `root`, of which the properties `besides` come from no component.
  static List<String> differences(
      Class<?> type, JsonNode schema, JsonNode root, Set<String> besides) {
    RecordShape shape = new RecordShape(root);
    shape.compare(type.getSimpleName(), type, schema, besides);
    return shape.differences;
  }

  private void compare(String path, Class<?> type, JsonNode schema, Set<String> besides) {
    Map<String, RecordComponent> components = components(type);
    Set<String> properties = names(schema.path("properties").propertyNames());
    properties.removeAll(besides);
    Set<String> required =
        names(schema.path("required").valueStream().map(JsonNode::asString).toList());
    required.removeAll(besides);
    Set<String> always =
        components.entrySet().stream()
            .filter(entry -> isAlways(entry.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    equal(path + " properties", components.keySet(), properties);
    equal(path + " required", always, required);
    equal(path + " type", "object", schema.path("type").asString(""));
    components.forEach(
        (name, component) ->
            value(
                path + "." + name,
                component.getGenericType(),
                schema.path("properties").path(name)));
  }

  /// False for what JSON leaves out where there is none.
  private static boolean isAlways(RecordComponent component) {
    return component.getType() != Optional.class
        && !component.getAccessor().isAnnotationPresent(JsonInclude.class);
  }

  private void value(String path, Type type, JsonNode schema) {
    switch (type) {
      case ParameterizedType list when list.getRawType() == List.class -> {
        equal(path + " type", "array", schema.path("type").asString(""));
        value(path + "[]", list.getActualTypeArguments()[0], schema.path("items"));
      }
      case ParameterizedType optional -> value(path, optional.getActualTypeArguments()[0], schema);
      case Class<?> record when schema.path("$ref").asString("").startsWith("urn:") ->
          differences.addAll(differences(record, SchemaFiles.published("article")));
      case Class<?> simple -> simple(path, simple, resolved(schema));
      default -> differences.add(path + ": no rule for " + type);
    }
  }

  private void simple(String path, Class<?> type, JsonNode schema) {
    if (type.isEnum()) {
      List<String> constants =
          Arrays.stream(type.getEnumConstants())
              .map(constant -> Json.mapper().valueToTree(constant).asString())
              .toList();
      List<String> allowed = schema.path("enum").valueStream().map(JsonNode::asString).toList();
      equal(path + " enum", constants, allowed);
    } else if (type.isRecord() && !isText(type)) {
      compare(path, type, schema, Set.of());
    } else {
      equal(path + " type", jsonType(type), schema.path("type").asString(""));
    }
    if (type == Instant.class) {
      equal(path + " format", "date-time", schema.path("format").asString(""));
    }
  }

  /// True for a record that is a text in JSON.
  private static boolean isText(Class<?> type) {
    return type == PartialDate.class
        || Arrays.stream(type.getMethods())
            .anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
  }

  private static String jsonType(Class<?> type) {
    if (INTEGERS.contains(type)) {
      return "integer";
    }
    if (type == boolean.class) {
      return "boolean";
    }
    return type == double.class || type == BigDecimal.class ? "number" : "string";
  }

  private JsonNode resolved(JsonNode schema) {
    String ref = schema.path("$ref").asString("");
    return ref.startsWith("#/") ? root.at(ref.substring(1)) : schema;
  }

  private static Map<String, RecordComponent> components(Class<?> type) {
    Map<String, RecordComponent> components = new TreeMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        components.putAll(components(component.getType()));
      } else {
        String snake = component.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2");
        components.put(snake.toLowerCase(java.util.Locale.ROOT), component);
      }
    }
    return components;
  }

  private static Set<String> names(Iterable<String> names) {
    Set<String> sorted = new TreeSet<>();
    names.forEach(sorted::add);
    return sorted;
  }

  private void equal(String what, Object ofRecord, Object ofSchema) {
    if (!ofRecord.equals(ofSchema)) {
      differences.add(what + ": the record has " + ofRecord + ", the schema " + ofSchema);
    }
  }
}
