package dev.civicwire.index.search;

import dev.civicwire.contract.StageException;
import dev.civicwire.contract.TaggedArticle;
import java.util.Optional;

/// Finds articles in the index. Safe for threads.
public interface ArticleSearch {
  /// One page of matches. No text is an error: what was not understood is in the page's notes.
  ///
  /// @throws StageException where the engine does not answer
  SearchPage search(SearchQuery query);

  /// The article as it was tagged, values with offsets and all.
  ///
  /// @throws StageException where the engine does not answer
  Optional<TaggedArticle> article(String id);

  /// Number of articles that can be found.
  ///
  /// @throws StageException where the engine does not answer
  long count();
}
