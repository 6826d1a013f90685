package dev.civicwire.ingest.extract;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What a page says about the use of its text: licence, made by a machine, behind a wall.
final class PageTerms {
  private static final List<String> AI_STATEMENTS = column("ai-statements.tsv");
  private static final List<String> WALL_NOTICES = column("wall-notices.tsv");

  /// Statements stand within so many blocks of the body, and are no longer than this.
  private static final int REACH = 25;

  private static final int MAX_STATEMENT = 300;

  private final ParsedPage page;
  private final BodyText body;

  PageTerms(ParsedPage page, BodyText body) {
    this.page = page;
    this.body = body;
  }

  private static List<String> column(String resource) {
    return Rows.of(resource).stream().map(row -> " " + row[0] + " ").toList();
  }

  /// The publisher's statement that a machine wrote the article.
  Optional<Found<Boolean>> aiGenerated() {
    return statement(AI_STATEMENTS).map(line -> new Found<>(true, "text: " + line, 0.9));
  }

  /// A sign that the text is not whole.
  Optional<Found<Boolean>> wall(StructuredData data) {
    boolean declared =
        data.article()
            .map(thing -> thing.node().path("isAccessibleForFree"))
            .filter(PageTerms::isFalse)
            .isPresent();
    Optional<Found<Boolean>> notice =
        statement(WALL_NOTICES).map(line -> new Found<>(true, "text: " + line, 0.8));
    return notice.or(
        () ->
            declared
                ? Optional.of(new Found<>(true, "json-ld isAccessibleForFree", 0.6))
                : Optional.empty());
  }

  private static boolean isFalse(JsonNode node) {
    return Texts.lower(node.asString("")).endsWith("false");
  }

  /// A short line around the body that has one of `statements`.
  private Optional<String> statement(List<String> statements) {
    List<Block> blocks = page.blocks().list;
    int from = Math.max(0, body.start() - 6);
    int to = Math.min(blocks.size(), body.end() + REACH);
    for (Block block : blocks.subList(Math.min(from, to), to)) {
      if (block.text.length() <= MAX_STATEMENT) {
        String letters = " " + block.letters + " ";
        for (String statement : statements) {
          if (letters.contains(statement)) {
            return Optional.of(block.text);
          }
        }
      }
    }
    return Optional.empty();
  }

  /// The licence, in SPDX form where it is a known one.
  Optional<Found<String>> licence() {
    for (PageFacts.Placed placed : page.facts().licences) {
      Optional<String> known = known(placed.element().attr("href") + " " + placed.element().text());
      if (known.isPresent()) {
        return known.map(name -> new Found<>(name, "rel-license", 0.9));
      }
    }
    Optional<String> meta =
        page.facts()
            .firstMeta(
                "dcterms.license", "dc.rights", "dcterms.rights", "rights", "license", "copyright")
            .flatMap(PageTerms::known);
    if (meta.isPresent()) {
      return meta.map(name -> new Found<>(name, "meta", 0.8));
    }
    List<Block> blocks = page.blocks().list;
    for (Block block : blocks.subList(body.end(), blocks.size())) {
      boolean brief = block.text.length() <= 600;
      Optional<String> known = brief && mayName(block.text) ? known(block.text) : Optional.empty();
      if (known.isPresent()) {
        return known.map(name -> new Found<>(name, "text", 0.8));
      }
    }
    return Optional.empty();
  }

  /// Cheap to ask of every line: whether it has a part of a licence's name.
  private static boolean mayName(String text) {
    return text.contains("icence") || text.contains("ICENCE") || text.contains("reativecommons");
  }

  private static Optional<String> known(String text) {
    String lower = Texts.lower(text);
    if (lower.contains("open government licence") || lower.contains("open-government-licence")) {
      return Optional.of(
          lower.contains("3")
              ? "OGL-3.0"
              : lower.contains("2") ? "OGL-2.0" : lower.contains("1") ? "OGL-1.0" : "OGL");
    }
    int cc = lower.indexOf("creativecommons.org/licenses/");
    if (cc >= 0) {
      String[] parts = lower.substring(cc + 29).split("[/\\s?#]");
      boolean versioned = parts.length > 1 && parts[1].matches("\\d\\.\\d");
      return Optional.of(
          "CC-" + parts[0].toUpperCase(java.util.Locale.ROOT) + (versioned ? "-" + parts[1] : ""));
    }
    return lower.contains("creativecommons.org/publicdomain/zero")
        ? Optional.of("CC0-1.0")
        : Optional.empty();
  }
}
