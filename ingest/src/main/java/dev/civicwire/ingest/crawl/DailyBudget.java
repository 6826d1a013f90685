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
  private final Map<String, Integer> used = new HashMap<>();
  private Instant today = Instant.MIN;

  DailyBudget(KnownPages known) {
    this.known = known;
  }

  /// Takes one page out of the budget of `source`.
  ///
  /// @return when there is budget again, where it is used up; empty where the page may be fetched
  synchronized Optional<Instant> take(Source source, Instant now) {
    if (source.maxPerDay().isEmpty()) {
      return Optional.empty();
    }
    Instant day = now.truncatedTo(ChronoUnit.DAYS);
    if (!day.equals(today)) {
      today = day;
      used.clear();
      used.putAll(known.fetchedSince(day));
    }
    if (used.getOrDefault(source.name(), 0) >= source.maxPerDay().getAsInt()) {
      return Optional.of(day.plus(Duration.ofDays(1)));
    }
    used.merge(source.name(), 1, Integer::sum);
    return Optional.empty();
  }
}
