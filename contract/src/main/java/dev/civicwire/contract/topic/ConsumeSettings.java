package dev.civicwire.contract.topic;

import java.time.Duration;

/// How a [ConsumeStage] runs.
///
/// @param name of the stage, as rejections bear it
/// @param batchRecords most records in one batch
/// @param patience how long the broker may be away before the stage stops
public record ConsumeSettings(String name, int batchRecords, Duration patience) {
  private static final int RECORDS = 500;

  /// Batches of 500, five minutes of patience.
  public static ConsumeSettings of(String name) {
    return new ConsumeSettings(name, RECORDS, Duration.ofMinutes(5));
  }

  /// The same with smaller or larger batches.
  public ConsumeSettings withBatchRecords(int records) {
    return new ConsumeSettings(name, records, patience);
  }
}
