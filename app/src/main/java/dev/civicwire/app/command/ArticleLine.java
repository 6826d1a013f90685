package dev.civicwire.app.command;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.ArticleId;
import dev.civicwire.contract.Json;
import dev.civicwire.contract.PartialDate;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An article as filters read it from one line of JSON: the whole record that `extract` prints,
/// with the page's `JobPosting`, captions and source, or no more than `{id, title, text,
/// published?, url?}`.
final class ArticleLine {
  private static final String PUBLISHED = "published";

  private ArticleLine() {}

  /// @param notes told of what was left out of the article
  /// @throws LineFilter.BadLineException where the line holds no article
  static Article read(String line, Consumer<String> notes) throws LineFilter.BadLineException {
    try {
      if (Json.mapper().readTree(line) instanceof ObjectNode node) {
        return isWhole(node) ? whole(node, notes) : bare(node, notes);
      }
      throw new LineFilter.BadLineException("no JSON object: give {id, title, text}");
    } catch (JacksonException e) {
      throw new LineFilter.BadLineException("no JSON: " + e.getOriginalMessage());
    }
  }

  /// True of the record; what others call by the name of one of its fields is no sign of it.
  private static boolean isWhole(JsonNode node) {
    return node.path("schema_version").isIntegralNumber()
        && node.path("id").isValueNode()
        && node.path("canonical_url").isString()
        && node.path("extractor").isString();
  }

  private static Article bare(JsonNode node, Consumer<String> notes)
      throws LineFilter.BadLineException {
    String text = required(node, "text");
    String title = text(node, "title").orElse("");
    String url = text(node, "url").orElse("");
    String id = text(node, "id").orElseGet(() -> ArticleId.of(url.isEmpty() ? text : url));
    return Article.ofText(id, url, title, text, published(node, id, notes));
  }

  private static Article whole(ObjectNode node, Consumer<String> notes)
      throws LineFilter.BadLineException {
    String text = required(node, "text");
    String title = required(node, "title");
    Optional<PartialDate> day = published(node, required(node, "id"), notes);
    if (day.isEmpty()) {
      node.remove(PUBLISHED);
    }
    // The text may have been changed on its way here.
    node.put("content_hash", ArticleId.contentHash(title, text));
    try {
      return Json.mapper().treeToValue(node, Article.class);
    } catch (JacksonException e) {
      throw new LineFilter.BadLineException(
          "no article as 'extract' prints it: " + e.getOriginalMessage());
    }
  }

  private static Optional<PartialDate> published(JsonNode node, String id, Consumer<String> notes) {
    Optional<String> published = text(node, PUBLISHED).filter(date -> !date.isBlank());
    Optional<PartialDate> day = published.flatMap(PartialDate::parse);
    if (published.isPresent() && day.isEmpty()) {
      notes.accept(
          "article %s: published is '%s', no date such as 2026-05-31; it is tagged as undated"
              .formatted(id, published.get()));
    }
    return day;
  }

  private static String required(JsonNode node, String field) throws LineFilter.BadLineException {
    return text(node, field)
        .orElseThrow(() -> new LineFilter.BadLineException("no field '" + field + "'"));
  }

  private static Optional<String> text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isMissingNode() || value.isNull()
        ? Optional.empty()
        : Optional.of(value.asString());
  }
}
