package dev.civicwire.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// How records become JSON: snake_case names, lower-case enums, absent values left out, unknown
/// fields of newer writers passed over. The mapper is immutable and safe for threads.
public final class Json {
  /// Longest text of an article that is read back, in characters.
  private static final int MAX_STRING = 40_000_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(MAX_STRING).build())
                  .build())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .changeDefaultPropertyInclusion(
              i ->
                  JsonInclude.Value.construct(
                      JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  /// The one mapper.
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /// A node's text without the space around it; empty where the node is none or says nothing.
  public static Optional<String> text(JsonNode node) {
    return node.isString()
        ? Optional.of(node.stringValue().strip()).filter(t -> !t.isEmpty())
        : Optional.empty();
  }

  /// A node's moment, written as RFC 3339 with its offset; empty where it is none.
  public static Optional<Instant> instant(JsonNode node) {
    try {
      return text(node).map(t -> OffsetDateTime.parse(t).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
