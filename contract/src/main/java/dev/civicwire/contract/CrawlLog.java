package dev.civicwire.contract;

import java.util.List;
import java.util.Optional;

/// Where ingest leaves what it found: articles and crawl state, together or not at all.
public interface CrawlLog {
  /// Tells all crawl state that was committed before, the versions of a key in their order: it may
  /// be more than memory holds.
  ///
  /// @throws StageException where the log cannot be reached
  void load(StateReader reader);

  /// Hears of states as they were written.
  interface StateReader {
    /// The state of its key, in place of any told before.
    void put(CrawlState state);

    /// There is nothing under that key any more.
    void forget(String key);

    /// Whether a state of that key was told.
    boolean knows(String key);
  }

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
      public void load(StateReader reader) {
        // There is nothing.
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
  /// @param forgotten states that are to be deleted
  record CrawlBatch(
      List<Article> articles,
      List<CrawlState> states,
      List<Rejection> rejections,
      List<CrawlState> forgotten) {
    public CrawlBatch {
      articles = List.copyOf(articles);
      states = List.copyOf(states);
      rejections = List.copyOf(rejections);
      forgotten = List.copyOf(forgotten);
    }

    /// A batch that deletes nothing.
    public CrawlBatch(List<Article> articles, List<CrawlState> states, List<Rejection> rejections) {
      this(articles, states, rejections, List.of());
    }
  }
}
