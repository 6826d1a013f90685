package dev.civicwire.contract;

import java.util.List;
import java.util.Optional;

/// Where ingest leaves what it found: articles and crawl state, together or not at all.
public interface CrawlLog {
  /// All crawl state that was committed before, the newest of each key.
  ///
  /// @throws StageException where the log cannot be reached
  List<CrawlState> load();

  /// The newest committed version of an article; empty where there is none or it was retracted.
  /// Meant for the rare case: it may take seconds.
  ///
  /// @param id of the article
  /// @param url of its page
  /// @throws StageException where the log cannot be reached
  Optional<Article> article(String id, String url);

  /// Writes the batch in one transaction: after a return all of it is there, after an exception
  /// none.
  ///
  /// @throws StageException where it could not be committed
  void commit(CrawlBatch batch);

  /// A log that keeps nothing: for checks and measurements.
  static CrawlLog none() {
    return new CrawlLog() {
      @Override
      public List<CrawlState> load() {
        return List.of();
      }

      @Override
      public Optional<Article> article(String id, String url) {
        return Optional.empty();
      }

      @Override
      public void commit(CrawlBatch batch) {
        // Nothing of it is wanted.
      }
    };
  }

  /// What is committed together.
  ///
  /// @param articles new or changed
  /// @param states of the pages and sources read
  /// @param rejections what was fetched and could not be handled
  record CrawlBatch(List<Article> articles, List<CrawlState> states, List<Rejection> rejections) {
    public CrawlBatch {
      articles = List.copyOf(articles);
      states = List.copyOf(states);
      rejections = List.copyOf(rejections);
    }
  }
}
