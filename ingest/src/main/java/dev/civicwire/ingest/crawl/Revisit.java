package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState.OfUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a page is looked at again: sooner where it changes, later where it does not.
final class Revisit {
  static final Duration FORBIDDEN = Duration.ofDays(7);

  /// A robots.txt that forbids what it allowed before may be a slip.
  static final Duration DISALLOWED_ANEW = Duration.ofDays(1);

  static final Duration TRAP = Duration.ofDays(30);
  static final Duration REJECTED = Duration.ofDays(14);
  static final Duration DUPLICATE = Duration.ofDays(90);
  static final Duration MOVED = Duration.ofDays(180);
  static final Duration MOVED_FOR_NOW = Duration.ofDays(7);
  static final Duration GONE_FOR_GOOD = Duration.ofDays(365);

  private static final Duration FIRST_RETRY = Duration.ofMinutes(15);
  private static final Duration LAST_RETRY = Duration.ofDays(7);
  private static final int MAX_DOUBLINGS = 10;
  private static final int STATUS_GONE = 410;

  private final CrawlSettings settings;

  Revisit(CrawlSettings settings) {
    this.settings = settings;
  }

  Instant afterNew(Instant now) {
    return now.plus(settings.revisit());
  }

  Instant afterChange(Optional<OfUrl> before, Instant now) {
    return now.plus(within(interval(before).dividedBy(2)));
  }

  Instant afterNoChange(Optional<OfUrl> before, Instant now) {
    return now.plus(within(interval(before).multipliedBy(3).dividedBy(2)));
  }

  Instant afterFailure(int failures, Instant now) {
    Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
    return now.plus(wait.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : wait);
  }

  /// A 404 may be a slip, and is looked at again after a day and then ever more rarely.
  Instant afterGone(int status, Optional<OfUrl> before, Instant now) {
    if (status == STATUS_GONE) {
      return now.plus(GONE_FOR_GOOD);
    }
    boolean again = before.map(b -> b.outcome().equals(Outcomes.GONE)).orElse(false);
    return now.plus(again ? within(interval(before).multipliedBy(4)) : Duration.ofDays(1));
  }

  private Duration interval(Optional<OfUrl> before) {
    return before
        // The wait after a failure says nothing of how often the page changes.
        .filter(b -> !b.outcome().equals(Outcomes.DISCOVERED) && b.failures() == 0)
        .filter(b -> !b.outcome().equals(Outcomes.FORBIDDEN))
        .map(b -> Duration.between(b.fetchedAt(), b.nextDue()))
        .orElse(settings.revisit());
  }

  private Duration within(Duration interval) {
    if (interval.compareTo(settings.minRevisit()) < 0) {
      return settings.minRevisit();
    }
    return interval.compareTo(settings.maxRevisit()) > 0 ? settings.maxRevisit() : interval;
  }
}
