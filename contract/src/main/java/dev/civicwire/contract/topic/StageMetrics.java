package dev.civicwire.contract.topic;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/// What a running stage has done since its start. Safe to read from any thread.
public final class StageMetrics {
  private final LongAdder records = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder batches = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final AtomicLong assigned = new AtomicLong();
  private volatile Optional<Instant> lastActivity = Optional.empty();
  private volatile Instant lastTurn = Instant.now();

  StageMetrics() {}

  void committed(int recordCount, int rejectedCount) {
    records.add(recordCount);
    rejected.add(rejectedCount);
    batches.increment();
    lastActivity = Optional.of(Instant.now());
  }

  /// The loop came round, with work or without.
  void turned() {
    lastTurn = Instant.now();
  }

  void retried() {
    retries.increment();
  }

  void assigned(int partitions) {
    assigned.set(partitions);
  }

  /// Records that were read and are committed, the rejected ones among them.
  public long records() {
    return records.sum();
  }

  /// Records that went to the rejected topic.
  public long rejected() {
    return rejected.sum();
  }

  /// Committed batches.
  public long batches() {
    return batches.sum();
  }

  /// Batches that had to be taken back and done again.
  public long retries() {
    return retries.sum();
  }

  /// Partitions that this process reads now.
  public long assignedPartitions() {
    return assigned.get();
  }

  /// When the loop last came round; long ago means that it hangs, or that the broker is away.
  public Instant lastTurn() {
    return lastTurn;
  }

  /// When a batch was last committed.
  public Optional<Instant> lastActivity() {
    return lastActivity;
  }
}
