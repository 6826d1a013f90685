package dev.civicwire.index.write;

import dev.civicwire.contract.TaggedArticle;

/// One change of the index.
public sealed interface IndexRequest {
  /// The article's id, which is the document's.
  String id();

  /// Position of the change in the order of all changes of this article, 0 or more; the offset of
  /// the record in its Kafka partition. An older or equal version never replaces a newer one.
  long version();

  /// Adds the article or replaces it.
  record Upsert(TaggedArticle article, long version) implements IndexRequest {
    public Upsert {
      requireNonNegative(version);
    }

    @Override
    public String id() {
      return article.id();
    }
  }

  /// Takes the article out of all searches and forgets its content. A marker with id and version
  /// stays behind, because Elasticsearch forgets the version of a deleted document after a minute,
  /// and a late, older record would bring the article back.
  record Delete(String id, long version) implements IndexRequest {
    public Delete {
      requireNonNegative(version);
    }
  }

  private static void requireNonNegative(long version) {
    if (version < 0) {
      throw new IllegalArgumentException("a version is 0 or more: " + version);
    }
  }
}
