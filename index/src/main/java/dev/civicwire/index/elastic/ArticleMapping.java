package dev.civicwire.index.elastic;

import dev.civicwire.contract.StageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Settings and mapping of the article index: `articles.json`, with the acronyms of the field put
/// in.
///
/// @param version of the mapping, to be raised with every change of it
/// @param indexBody what an index is made with
public record ArticleMapping(int version, JsonNode indexBody) {
  /// With the acronyms that come with the program, `acronyms.txt`.
  public static ArticleMapping standard() {
    return of(resource("acronyms.txt"));
  }

  /// With the acronyms of a file of the user's own, in Solr's synonym format.
  ///
  /// @throws StageException where it cannot be read
  public static ArticleMapping withAcronyms(Path file) {
    try {
      return of(Files.readString(file));
    } catch (IOException e) {
      throw new StageException(
          "acronym file " + file + " cannot be read as UTF-8 text: " + e.getMessage(), e);
    }
  }

  private static ArticleMapping of(String acronyms) {
    ObjectNode body = (ObjectNode) ElasticJson.MAPPER.readTree(resource("articles.json"));
    List<String> lines =
        acronyms
            .lines()
            .map(String::strip)
            .filter(l -> !l.isEmpty() && !l.startsWith("#"))
            .toList();
    JsonNode filter = body.path("settings").path("analysis").path("filter").path("acronyms");
    ((ObjectNode) filter).set("synonyms", ElasticJson.array(lines));
    int version = body.path("mappings").path("_meta").path("mapping_version").asInt();
    return new ArticleMapping(version, body);
  }

  private static String resource(String name) {
    try (InputStream in = ArticleMapping.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program's own file " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
