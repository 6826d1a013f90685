package dev.civicwire.ingest.extract.eval;

import dev.civicwire.contract.Json;
import dev.civicwire.contract.StageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A page and what is right of it; a measure is taken on the pages that have its field.
record GoldPage(
    String id,
    String url,
    Path file,
    Optional<String> text,
    List<String> wanted,
    List<String> unwanted,
    Optional<String> title,
    List<String> authors,
    Optional<String> published) {
  /// The pages of `folder/gold.jsonl`.
  static List<GoldPage> read(Path folder) throws IOException {
    List<GoldPage> pages = new ArrayList<>();
    int number = 0;
    Path gold = folder.resolve("gold.jsonl");
    for (String line : Files.readAllLines(gold)) {
      number++;
      try {
        if (!line.isBlank()) {
          pages.add(of(Json.mapper().readTree(line), folder));
        }
      } catch (JacksonException e) {
        throw new StageException(
            "line %d of %s is no JSON: %s".formatted(number, gold, e.getOriginalMessage()), e);
      }
    }
    return pages;
  }

  private static GoldPage of(JsonNode node, Path folder) {
    return new GoldPage(
        node.path("id").asString(""),
        node.path("url").asString("http://localhost/"),
        folder.resolve(node.path("html_path").asString("")).normalize(),
        text(node, "text"),
        list(node.path("must_contain")),
        list(node.path("must_not_contain")),
        text(node, "title"),
        list(node.path("authors")),
        text(node, "published"));
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.of(node.path(field).asString("")).filter(value -> !value.isEmpty());
  }

  private static List<String> list(JsonNode node) {
    List<String> values = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(value -> values.add(value.asString("")));
    } else if (!node.asString("").isEmpty()) {
      values.add(node.asString(""));
    }
    return values;
  }

  byte[] html() throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return in.readAllBytes();
    }
  }
}
