package dev.civicwire.index.elastic;

import dev.civicwire.contract.TaggedArticle;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The tagged article inside a document. Its text stands in the document's `body` and only there.
final class StoredArticle {
  private static final String TAGGED = "tagged";
  private static final String ARTICLE = "article";
  private static final String TEXT = "text";

  private StoredArticle() {}

  static void withoutText(ObjectNode document) {
    ((ObjectNode) document.path(TAGGED).path(ARTICLE)).remove(TEXT);
  }

  static Optional<TaggedArticle> read(JsonNode document) {
    if (!(document.path(TAGGED).path(ARTICLE) instanceof ObjectNode article)) {
      return Optional.empty();
    }
    article.set(TEXT, document.path("body"));
    return Optional.of(ElasticJson.MAPPER.treeToValue(document.path(TAGGED), TaggedArticle.class));
  }
}
