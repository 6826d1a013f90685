package dev.civicwire.index.elastic;

import dev.civicwire.contract.Json;
import java.util.Collection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Builds the JSON that Elasticsearch reads, and reads what it writes. The house's own mapper,
/// except that amounts in trees keep their digits.
final class ElasticJson {
  static final JsonMapper MAPPER =
      Json.mapper()
          .rebuild()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private ElasticJson() {}

  /// An object of names and values in turn.
  static ObjectNode object(Object... namesAndValues) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      node.set((String) namesAndValues[i], node(namesAndValues[i + 1]));
    }
    return node;
  }

  static ArrayNode array(Object... values) {
    ArrayNode node = JsonNodeFactory.instance.arrayNode();
    for (Object value : values) {
      node.add(node(value));
    }
    return node;
  }

  static ArrayNode array(Collection<?> values) {
    return array(values.toArray());
  }

  private static JsonNode node(Object value) {
    return value instanceof JsonNode json ? json : MAPPER.valueToTree(value);
  }

  /// The tree of `bytes`, missing where they are no JSON, as a proxy's error page is none.
  static JsonNode read(byte[] bytes) {
    if (bytes.length == 0) {
      return MissingNode.getInstance();
    }
    try {
      return MAPPER.readTree(bytes);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }
}
