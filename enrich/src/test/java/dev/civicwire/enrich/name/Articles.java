package dev.civicwire.enrich.name;

import dev.civicwire.contract.Article;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.LanguageTools;
import java.util.Optional;

/// Documents for tests.
final class Articles {
  private static final LanguageTools TOOLS = LanguageTools.load();

  private Articles() {}

  static Document of(String text) {
    return Document.of(
        Article.ofText(
            "t", "https://example.org/t", "", text.replace("\\n", "\n"), Optional.empty()),
        TOOLS);
  }
}
