package dev.civicwire.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON as pages hold it: HTML comments or CDATA around it, raw line feeds in strings,
/// trailing commas, single quotes, several roots. What cannot be read is left out.
final class LenientJson {
  private static final int MAX_DEPTH = 200;

  /// Longest script that is read, in characters; the longest of the development pages has 37
  /// thousand.
  private static final int MAX_LENGTH = 4_000_000;

  /// Each token becomes an object of some fifty bytes.
  private static final int MAX_TOKENS = 250_000;

  /// Longest script that is mended, in characters, and how many brackets may be left open.
  private static final int MAX_MENDED = 500_000;

  private static final int MAX_OPEN = 5;

  /// What may follow the last bracket.
  private static final String REMAINDER = "(?:[\\s;/>]|--|]])+$";

  /// How far into a script a CDATA section may begin that wraps its JSON, in characters.
  private static final int WRAPPER_REACH = 200;

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(MAX_DEPTH)
          .maxStringLength(MAX_LENGTH)
          .maxTokenCount(MAX_TOKENS)
          .build();

  private static final JsonMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
          .enable(
              JsonReadFeature.ALLOW_JAVA_COMMENTS,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_MISSING_VALUES,
              JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
              JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private LenientJson() {}

  /// What was read of a script.
  ///
  /// @param roots as many as can be read
  /// @param excess which limit ended the reading: `length`, or `size or depth`; empty for none
  record Script(List<JsonNode> roots, Optional<String> excess) {}

  static Script read(String script) {
    if (script.length() > MAX_LENGTH) {
      return new Script(List.of(), Optional.of("length"));
    }
    String json = bare(script);
    Script read = roots(json);
    boolean whole = !read.roots.isEmpty() || read.excess.isPresent();
    if (whole || json.length() > MAX_MENDED || json.indexOf('{') < 0) {
      return read;
    }
    return roots(mended(script.substring(script.indexOf('{')).replaceFirst(REMAINDER, "")));
  }

  /// What a string in quotes says; empty where it is none.
  static Optional<String> string(String quoted) {
    try {
      return MAPPER.readTree(quoted).stringValueOpt();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /// Quotes that were written as entities read, and the brackets closed that were left open.
  private static String mended(String json) {
    boolean escaped = json.indexOf('"') < 0 && json.contains("&quot;");
    String text = escaped ? json.replace("&quot;", "\"").replace("&amp;", "&") : json;
    StringBuilder open = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quoted && c == '\\') {
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '{' || c == '[')) {
        open.append(c == '{' ? '}' : ']');
      } else if (!quoted && (c == '}' || c == ']') && !open.isEmpty()) {
        open.setLength(open.length() - 1);
      }
    }
    return quoted || open.length() > MAX_OPEN ? text : text + open.reverse();
  }

  private static Script roots(String json) {
    List<JsonNode> roots = new ArrayList<>();
    try (MappingIterator<JsonNode> values = MAPPER.readerFor(JsonNode.class).readValues(json)) {
      while (values.hasNextValue()) {
        roots.add(values.nextValue());
      }
    } catch (StreamConstraintsException e) {
      return new Script(roots, Optional.of("size or depth"));
    } catch (JacksonException e) {
      return new Script(roots, Optional.empty());
    }
    return new Script(roots, Optional.empty());
  }

  /// The part of `script` that is JSON: what a CDATA section holds, or from the first bracket to
  /// the last.
  private static String bare(String script) {
    int object = script.indexOf('{');
    int wrapped = script.indexOf("CDATA[");
    if (wrapped >= 0 && wrapped < Math.max(object, WRAPPER_REACH)) {
      return unwrapped(script, wrapped + "CDATA[".length());
    }
    int array = script.indexOf('[');
    boolean onlyOne = object < 0 || array < 0;
    int start = onlyOne ? Math.max(object, array) : Math.min(object, array);
    int end = Math.max(script.lastIndexOf('}'), script.lastIndexOf(']')) + 1;
    return between(script, start, start < 0 ? start : end);
  }

  /// What a CDATA section holds, without the comment sign that hides its end from scripts.
  private static String unwrapped(String script, int start) {
    int close = script.lastIndexOf("]]");
    int end = close > start ? close : script.length();
    int comment = script.lastIndexOf("//", end);
    return between(script, start, comment > start && end - comment < 5 ? comment : end);
  }

  private static String between(String script, int start, int end) {
    return start < end ? script.substring(start, end) : "";
  }
}
