package dev.civicwire.app.command;

import dev.civicwire.app.pipeline.Progress;
import dev.civicwire.index.search.ArticleSearch;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Watches for the first article that can be found.
final class FirstSearchable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final CompletableFuture<Double> seconds = new CompletableFuture<>();

  FirstSearchable(ArticleSearch search, Progress progress) {
    Thread.ofVirtual().start(() -> watch(search, progress));
  }

  private void watch(ArticleSearch search, Progress progress) {
    try {
      while (search.count() == 0) {
        Thread.sleep(POLL);
      }
      progress.line("first article searchable");
      seconds.complete(progress.seconds());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (dev.civicwire.contract.StageException e) {
      // The engine went down with the command; there is nothing left to watch.
      seconds.complete(-1.0);
    }
  }

  /// Seconds from the start until then; -1 where it has not come.
  double seconds() {
    return seconds.getNow(-1.0);
  }
}
