package dev.civicwire.ingest.crawl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What waits for a host: the most urgent first, and of one urgency what came first. Not safe for
/// threads.
final class VisitQueue {
  private final Map<Urgency, Deque<Visit>> waiting = new EnumMap<>(Urgency.class);

  void add(Visit visit) {
    waiting.computeIfAbsent(visit.urgency(), urgency -> new ArrayDeque<>()).add(visit);
  }

  /// Takes the next one out; empty where nothing waits.
  Optional<Visit> poll() {
    for (Deque<Visit> visits : waiting.values()) {
      if (!visits.isEmpty()) {
        return Optional.of(visits.remove());
      }
    }
    return Optional.empty();
  }
}
