package dev.civicwire.contract.topic;

import dev.civicwire.contract.Rejection;
import java.util.List;

/// Takes in what was read.
///
/// @param <T> what the topic carries
@FunctionalInterface
public interface BatchHandler<T> {
  /// Handles records in the order of each partition. They may come again after a failure, so
  /// handling must be idempotent; [TopicRecord#version()] helps.
  ///
  /// @return those that were refused, by [TopicRecord#rejection]; they go to the rejected topic
  /// @throws dev.civicwire.contract.StageException where none can be handled now; the stage stops
  ///     and the records are read again at its next start
  List<Rejection> handle(List<TopicRecord<T>> records);
}
