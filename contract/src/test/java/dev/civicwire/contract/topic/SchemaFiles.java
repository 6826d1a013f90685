package dev.civicwire.contract.topic;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.civicwire.contract.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The published schemas, and what they say of a JSON value.
final class SchemaFiles {
  static final List<String> NAMES =
      List.of("article", "tagged-article", "crawl-state", "rejected-headers");

  private SchemaFiles() {}

  static JsonNode published(String name) {
    return resource("/schema/" + name + ".v1.json");
  }

  static JsonNode released(String name) {
    return resource("/released/" + name + ".v1.json");
  }

  static JsonNode resource(String path) {
    try (InputStream in =
        Objects.requireNonNull(SchemaFiles.class.getResourceAsStream(path), path)) {
      return Json.mapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What is wrong with `value`, one line each.
  static List<String> violations(String name, JsonNode value) {
    Map<String, String> byId =
        NAMES.stream()
            .map(SchemaFiles::published)
            .collect(Collectors.toMap(s -> s.path("$id").asString(), JsonNode::toString));
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(byId));
    Schema schema = registry.getSchema(published(name));
    return schema
        .validate(
            value,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }
}
