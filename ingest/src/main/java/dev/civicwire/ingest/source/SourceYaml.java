package dev.civicwire.ingest.source;

import dev.civicwire.contract.StageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// YAML as a list of flat entries that know their lines; nothing else is in a source file.
final class SourceYaml {
  private final String file;

  SourceYaml(String file) {
    this.file = file;
  }

  /// The items of the list `sources`.
  List<SourceEntry> entries(String yaml) {
    try (JsonParser parser = new YAMLMapper().createParser(yaml)) {
      List<SourceEntry> entries = new ArrayList<>();
      if (parser.nextToken() == null) {
        return entries;
      }
      expect(parser, JsonToken.START_OBJECT, "a map with the key \"sources\"");
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        requireSourcesKey(parser);
        parser.nextToken();
        expect(parser, JsonToken.START_ARRAY, "a list of sources, each starting with \"- name:\"");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          entries.add(entry(parser));
        }
      }
      return entries;
    } catch (JacksonException e) {
      throw new StageException(
          "%s:%d: no YAML: %s"
              .formatted(
                  file,
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("")),
          e);
    }
  }

  private SourceEntry entry(JsonParser parser) {
    expect(parser, JsonToken.START_OBJECT, "a source with name, kind and url");
    int start = line(parser);
    Map<String, SourceEntry.Field> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      int line = line(parser);
      JsonToken value = parser.nextToken();
      if (!value.isScalarValue()) {
        throw new StageException(
            "%s:%d: %s takes one value, not a list or map".formatted(file, line, key));
      }
      String text = value == JsonToken.VALUE_NULL ? "" : parser.getString();
      if (fields.put(key, new SourceEntry.Field(text, line)) != null) {
        throw new StageException("%s:%d: %s stands twice in one source".formatted(file, line, key));
      }
    }
    return new SourceEntry(file, start, fields);
  }

  private void requireSourcesKey(JsonParser parser) {
    if (!parser.currentName().equals("sources")) {
      throw new StageException(
          "%s:%d: unknown key %s; the only key at the top is \"sources\""
              .formatted(file, line(parser), parser.currentName()));
    }
  }

  private void expect(JsonParser parser, JsonToken token, String what) {
    if (parser.currentToken() != token) {
      throw new StageException("%s:%d: expected %s".formatted(file, line(parser), what));
    }
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }
}
