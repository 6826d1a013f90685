package dev.civicwire.ingest.extract;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// What a page says about the use of its text: licence, made by a machine, behind a wall.
final class PageTerms {
  private static final PhraseTable<Boolean> WALL_NOTICES =
      PhraseTable.of(Rows.of("wall-notices.tsv").stream().map(row -> row[0]).toList());

  /// Statements stand within so many blocks of the body, and are no longer than this.
  private static final int REACH = 25;

  private static final int MAX_STATEMENT = 300;

  private final ParsedPage page;
  private final BodyText body;

  PageTerms(ParsedPage page, BodyText body) {
    this.page = page;
    this.body = body;
  }

  /// The publisher's statement that a machine wrote the article.
  Optional<Found<Boolean>> aiGenerated() {
    return line(AiStatements::isIn).map(line -> new Found<>(true, "text: " + line, 0.9));
  }

  /// A sign that the text is not whole.
  Optional<Found<Boolean>> wall(StructuredData data) {
    boolean declared = data.article().filter(thing -> isClosed(thing.node())).isPresent();
    boolean locked =
        page.facts().meta("article:content_tier").stream().anyMatch(PageTerms::isLocked);
    Optional<Found<Boolean>> notice =
        line(PageTerms::isWallNotice).map(line -> new Found<>(true, "text: " + line, 0.8));
    return notice
        .or(() -> when(declared, "json-ld isAccessibleForFree"))
        .or(() -> when(locked, "meta article:content_tier"));
  }

  private static Optional<Found<Boolean>> when(boolean said, String from) {
    return said ? Optional.of(new Found<>(true, from, 0.6)) : Optional.empty();
  }

  /// `metered` articles are whole until the reader's free ones are used up.
  private static boolean isLocked(String tier) {
    return Texts.lower(tier).equals("locked");
  }

  /// The article, or a part of it, is not for all.
  private static boolean isClosed(JsonNode article) {
    return isFalse(article.path("isAccessibleForFree"))
        || StructuredData.list(article.path("hasPart")).stream()
            .anyMatch(part -> isFalse(part.path("isAccessibleForFree")));
  }

  private static boolean isFalse(JsonNode node) {
    return Texts.lower(node.asString("")).endsWith("false");
  }

  /// Whether the block is a notice that the rest is for subscribers.
  static boolean isWallNotice(Block block) {
    return block.text.length() <= MAX_STATEMENT && WALL_NOTICES.isIn(block.letters);
  }

  /// A short line around the body that `states` something.
  private Optional<String> line(Predicate<Block> states) {
    List<Block> blocks = page.blocks().list;
    int from = Math.max(0, body.start() - 6);
    int to = Math.min(blocks.size(), body.end() + REACH);
    return blocks.subList(Math.min(from, to), to).stream()
        .filter(states)
        .findFirst()
        .map(block -> block.text);
  }

  /// The licence, in SPDX form where it is a known one.
  Optional<Found<String>> licence(StructuredData data) {
    return new Licences(page, body.end()).find(data);
  }
}
