package dev.civicwire.ingest.crawl;

import dev.civicwire.ingest.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How many pages of a source were fetched today (UTC), of those that have a limit. A
/// restart counts again from the crawl state. Safe for threads.
final class DailyBudget {
  private final KnownPages known;
  private final Map<String, Count> counts = new HashMap<>();

  DailyBudget(KnownPages known) {
    this.known = known;
  }

  private record Count(Instant day, int used) {}

  /// Takes one page out of the budget of `source`.
  ///
  /// @return when there is budget again, where it is used up; empty where the page may be fetched
  synchronized Optional<Instant> take(Source source, Instant now) {
    if (source.maxPerDay().isEmpty()) {
      return Optional.empty();
    }
    Instant day = now.truncatedTo(ChronoUnit.DAYS);
    Count count =
        Optional.ofNullable(counts.get(source.name()))
            .filter(c -> c.day().equals(day))
            .orElseGet(() -> new Count(day, known.fetchedSince(source.name(), day)));
    boolean free = count.used() < source.maxPerDay().getAsInt();
    counts.put(source.name(), free ? new Count(day, count.used() + 1) : count);
    return free ? Optional.empty() : Optional.of(day.plus(Duration.ofDays(1)));
  }
}
