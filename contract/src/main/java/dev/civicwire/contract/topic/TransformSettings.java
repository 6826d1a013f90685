package dev.civicwire.contract.topic;

import java.time.Duration;

/// How a [TransformStage] runs.
///
/// @param transactionalId of this process, such as `enrich-0`: unlike that of every other live one,
///     and the same after a restart
/// @param threads that work at a time
/// @param batchRecords most records in one transaction
/// @param recordTimeout after which one record is given up and rejected
/// @param patience how long the broker may be away before the stage stops
public record TransformSettings(
    String transactionalId,
    int threads,
    int batchRecords,
    Duration recordTimeout,
    Duration patience) {
  private static final int RECORDS_PER_THREAD = 16;

  /// One thread a core, batches small enough that an article waits a second at most.
  public static TransformSettings of(String transactionalId) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new TransformSettings(
        transactionalId,
        cores,
        cores * RECORDS_PER_THREAD,
        Duration.ofSeconds(60),
        Duration.ofMinutes(5));
  }

  /// The same with that many threads.
  public TransformSettings withThreads(int newThreads) {
    return new TransformSettings(
        transactionalId, newThreads, newThreads * RECORDS_PER_THREAD, recordTimeout, patience);
  }
}
