package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlLog;
import dev.civicwire.contract.CrawlLog.CrawlBatch;
import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.Rejection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What was found and is not yet committed. Crawling threads add; one thread commits, in order, so
/// that a page's state never outruns what led to it. Adding waits while too much is uncommitted.
final class Outbox {
  private static final int CAPACITY_IN_BATCHES = 20;

  private final CrawlLog log;
  private final int batchSize;
  private final long batchAgeNanos;
  private final Supplier<List<CrawlState>> counts;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private long oldest;
  private boolean closed;

  /// @param counts of the day, as far as they have changed: they go into the next commit
  Outbox(CrawlLog log, int batchSize, Duration batchAge, Supplier<List<CrawlState>> counts) {
    this.log = log;
    this.counts = counts;
    this.batchSize = batchSize;
    this.batchAgeNanos = batchAge.toNanos();
  }

  /// What belongs together and goes into one commit.
  record Entry(List<Article> articles, List<CrawlState> states, List<Rejection> rejections) {
    static Entry of(CrawlState state) {
      return new Entry(List.of(), List.of(state), List.of());
    }

    static Entry of(List<CrawlState> states) {
      return new Entry(List.of(), states, List.of());
    }

    static Entry of(Article article, CrawlState state) {
      return new Entry(List.of(article), List.of(state), List.of());
    }

    static Entry of(Rejection rejection, CrawlState state) {
      return new Entry(List.of(), List.of(state), List.of(rejection));
    }
  }

  synchronized void add(Entry entry) throws InterruptedException {
    while (!closed && entries.size() >= batchSize * CAPACITY_IN_BATCHES) {
      wait();
    }
    if (closed) {
      throw new InterruptedException("the crawl has ended");
    }
    if (entries.isEmpty()) {
      oldest = System.nanoTime();
    }
    entries.add(entry);
    notifyAll();
  }

  /// Commits what is due, waiting at most `patience` for it.
  void commitDue(Duration patience) throws InterruptedException {
    List<Entry> batch = awaitBatch(patience.toNanos());
    if (!batch.isEmpty()) {
      commit(batch);
    }
  }

  /// Commits all there is, and takes nothing more afterwards.
  void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    commitAll();
    List<CrawlState> left = counts.get();
    if (!left.isEmpty()) {
      log.commit(new CrawlBatch(List.of(), left, List.of()));
    }
  }

  /// Commits all there is.
  void commitAll() {
    for (List<Entry> batch = take(); !batch.isEmpty(); batch = take()) {
      commit(batch);
    }
  }

  /// Takes nothing more and forgets what is there, after a commit that failed.
  synchronized void abandon() {
    closed = true;
    entries.clear();
    notifyAll();
  }

  private synchronized List<Entry> awaitBatch(long patienceNanos) throws InterruptedException {
    long deadline = System.nanoTime() + patienceNanos;
    while (!isDue()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return List.of();
      }
      wait(Math.max(1, left / 1_000_000));
    }
    return take();
  }

  private boolean isDue() {
    return entries.size() >= batchSize
        || (!entries.isEmpty() && System.nanoTime() - oldest >= batchAgeNanos);
  }

  private synchronized List<Entry> take() {
    List<Entry> batch = new ArrayList<>();
    while (!entries.isEmpty() && batch.size() < batchSize * 2) {
      batch.add(entries.remove());
    }
    oldest = System.nanoTime();
    notifyAll();
    return batch;
  }

  private void commit(List<Entry> batch) {
    log.commit(
        new CrawlBatch(
            batch.stream().flatMap(e -> e.articles().stream()).toList(),
            Stream.concat(batch.stream().flatMap(e -> e.states().stream()), counts.get().stream())
                .toList(),
            batch.stream().flatMap(e -> e.rejections().stream()).toList()));
  }
}
