package dev.civicwire.contract;

import java.time.Duration;

/// The hosts as several crawls share them: every host belongs to one part, and every part is one
/// crawl's at a time. Which parts a crawl holds changes as others come and go; it hears of that
/// where it polls, and from no other thread.
public interface CrawlShares {
  /// Where every host is in one part, that of a crawl on its own.
  int WHOLE = 0;

  /// What a crawl does about its parts.
  interface Holder {
    /// A part is this crawl's from now on.
    ///
    /// @param log of the part: its state, and where what is found on its hosts is committed
    void gained(int part, CrawlLog log);

    /// Somebody else's crawl has found a page of this part.
    void told(int part, CrawlState.OfLink link);

    /// Somebody else's crawl says which page gives an article.
    void told(int part, CrawlState.OfClaim claim);

    /// A part is to be given up: when this returns nothing may be asked of its hosts any more. What
    /// was done can still be committed.
    void losing(int part);

    /// Whether this crawl has a part that it was told of: not where its log has failed since.
    boolean holds(int part);

    /// A part is another crawl's already: as [#losing], and nothing can be committed any more.
    void lost(int part);
  }

  /// Tells `holder` what has changed; waits for a change as long as `patience`.
  ///
  /// @throws StageException where the log is out of reach for good
  void poll(Duration patience, Holder holder) throws InterruptedException;

  /// The part that a host belongs to.
  int part(String host);

  /// Whether the parts that were gained are known to be still this crawl's. Nothing may be asked of
  /// a host while they are not. May be called from any thread.
  boolean isCertain();

  /// All hosts as one part, whose log is `log`.
  static CrawlShares whole(CrawlLog log) {
    return new CrawlShares() {
      @Override
      public void poll(Duration patience, Holder holder) {
        if (!holder.holds(WHOLE)) {
          holder.gained(WHOLE, log);
        }
      }

      @Override
      public int part(String host) {
        return WHOLE;
      }

      @Override
      public boolean isCertain() {
        return true;
      }
    };
  }
}
