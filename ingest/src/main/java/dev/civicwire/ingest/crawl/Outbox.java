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

/// What was found and is not yet committed. Crawling threads add; one thread commits, in
/// order, so that a page's state never outruns what led to it. A commit takes whatever has
/// gathered during the one before, up to a limit, so that the pace of commits does not bound
/// the crawl's. Adding waits while too much is uncommitted. Sizes are rough, in characters.
final class Outbox {
  private static final long CAPACITY = 64L << 20;
  private static final long LARGEST_COMMIT = 4L << 20;
  private static final long STATE_SIZE = 500;
  private static final long ARTICLE_SIZE = 2000;

  private final CrawlLog log;
  private final int batchSize;
  private final long batchAgeNanos;
  private final Supplier<List<CrawlState>> counts;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private long size;
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
  record Entry(
      List<Article> articles,
      List<CrawlState> states,
      List<Rejection> rejections,
      List<CrawlState> forgotten) {
    long size() {
      return (states.size() + forgotten.size()) * STATE_SIZE
          + articles.stream().mapToLong(a -> ARTICLE_SIZE + a.text().length()).sum()
          + rejections.stream().mapToLong(r -> STATE_SIZE + r.payload().size()).sum();
    }

    static Entry of(CrawlState state) {
      return of(List.of(state));
    }

    static Entry of(List<CrawlState> states) {
      return new Entry(List.of(), states, List.of(), List.of());
    }

    static Entry of(Article article, CrawlState state) {
      return new Entry(List.of(article), List.of(state), List.of(), List.of());
    }

    static Entry of(Rejection rejection, CrawlState state) {
      return new Entry(List.of(), List.of(state), List.of(rejection), List.of());
    }

    /// States that are deleted.
    static Entry forgetting(List<CrawlState> states) {
      return new Entry(List.of(), List.of(), List.of(), states);
    }

    /// States in place of another one, which is deleted.
    static Entry takenUp(CrawlState told, List<CrawlState> states) {
      return new Entry(List.of(), states, List.of(), List.of(told));
    }

    /// This one, and a state is deleted.
    Entry without(CrawlState state) {
      return new Entry(
          articles,
          states,
          rejections,
          Stream.concat(forgotten.stream(), Stream.of(state)).toList());
    }

    /// This one and one state more.
    Entry with(CrawlState state) {
      return new Entry(
          articles,
          Stream.concat(states.stream(), Stream.of(state)).toList(),
          rejections,
          forgotten);
    }
  }

  synchronized void add(Entry entry) throws InterruptedException {
    while (!closed && size >= CAPACITY) {
      wait();
    }
    if (closed) {
      throw new InterruptedException("the crawl has ended");
    }
    offer(entry);
  }

  /// Adds without waiting: for the thread that commits. Nothing happens when it is closed.
  synchronized void offer(Entry entry) {
    if (closed) {
      return;
    }
    if (entries.isEmpty()) {
      oldest = System.nanoTime();
    }
    entries.add(entry);
    size += entry.size();
    // The committing thread wakes by itself for a batch that is old.
    if (entries.size() == batchSize) {
      notifyAll();
    }
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
  private void commitAll() {
    for (List<Entry> batch = take(); !batch.isEmpty(); batch = take()) {
      commit(batch);
    }
  }

  /// Takes nothing more and forgets what is there, after a commit that failed.
  synchronized void abandon() {
    closed = true;
    entries.clear();
    size = 0;
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
    boolean wasFull = size >= CAPACITY;
    long taken = 0;
    while (!entries.isEmpty() && taken < LARGEST_COMMIT) {
      Entry entry = entries.remove();
      taken += entry.size();
      batch.add(entry);
    }
    size -= taken;
    oldest = System.nanoTime();
    if (wasFull) {
      notifyAll();
    }
    return batch;
  }

  private void commit(List<Entry> batch) {
    log.commit(
        new CrawlBatch(
            batch.stream().flatMap(e -> e.articles().stream()).toList(),
            Stream.concat(batch.stream().flatMap(e -> e.states().stream()), counts.get().stream())
                .toList(),
            batch.stream().flatMap(e -> e.rejections().stream()).toList(),
            batch.stream().flatMap(e -> e.forgotten().stream()).toList()));
  }
}
