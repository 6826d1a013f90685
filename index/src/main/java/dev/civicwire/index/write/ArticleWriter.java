package dev.civicwire.index.write;

import dev.civicwire.contract.StageException;
import java.util.List;

/// Writes tagged articles into the index. Safe to repeat: an article's document id is the article's
/// id, and a request whose version is not newer than what the index holds counts as done.
///
/// Instances may be shared by threads.
public interface ArticleWriter {
  /// Writes all requests, of which those of one article are taken in list order.
  ///
  /// Blocks while the engine is overloaded or away, and tries again with growing waits, until it is
  /// back or the writer's stop flag is set. One rejected document never stops the others.
  ///
  /// @return what came of each request; [WriteOutcome#complete()] is false only after the stop flag
  /// @throws StageException where waiting cannot help: refused credentials, missing index
  WriteOutcome write(List<IndexRequest> requests);

  /// Makes everything written so far visible to searches at once. For tests and short runs;
  /// otherwise a document shows within a second by itself.
  void refresh();
}
