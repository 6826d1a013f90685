package dev.civicwire.enrich;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.enrich.text.Rows;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Rows of phrases with the values that stand in them.
public final class PhraseRows {
  private PhraseRows() {}

  /// The rows of `name` beside `owner`.
  public static List<String[]> of(Class<?> owner, String name, int columns) {
    return Rows.of(owner, name, columns);
  }

  /// The expected values of a cell, in order; none for "-".
  public static List<String> expected(String cell) {
    return cell.equals("-") ? List.of() : List.copyOf(new TreeSet<>(List.of(cell.split("; ?"))));
  }

  /// The tagged article of `text`.
  public static TaggedArticle tag(String text, Optional<PartialDate> published) {
    return SharedTagger.TAGGER.tag(Article.ofText("id", "test:", "", text, published));
  }
}
