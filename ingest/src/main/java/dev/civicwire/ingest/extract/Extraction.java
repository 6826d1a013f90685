package dev.civicwire.ingest.extract;

import dev.civicwire.contract.Article;

/// What came of an extraction.
public sealed interface Extraction {
  /// The page holds an article.
  record Found(Article article) implements Extraction {}

  /// The page holds none, or none that may be used.
  ///
  /// @param reason short code: `empty-page`, `not-html`, `no-text`, `noindex`, `consent-wall`
  /// @param message one line that says what, where and what to do
  record Refused(String reason, String message) implements Extraction {}
}
