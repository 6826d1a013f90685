package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlLog;
import dev.civicwire.contract.CrawlState.OfUrl;
import dev.civicwire.ingest.extract.Extractor;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// What the visits of one run share.
///
/// @param log where articles are committed; for looking one up
/// @param known what is remembered
/// @param outbox for what was found
/// @param tally for what happened
/// @param part whose hosts are crawled
/// @param dates that a back-fill is for
record CrawlRun(
    CrawlSettings settings,
    Extractor extractor,
    PageArchive archive,
    CrawlLog log,
    KnownPages known,
    Outbox outbox,
    Tally tally,
    Lanes lanes,
    DailyBudget budget,
    HostPart part,
    Optional<DateRange> dates,
    Clock clock) {
  Instant now() {
    return clock.instant();
  }

  Revisit revisit() {
    return new Revisit(settings);
  }

  /// Remembers a page's state and leaves it for the next commit.
  void record(OfUrl state) throws InterruptedException {
    record(Outbox.Entry.of(state), state);
  }

  /// Remembers a page's state and leaves `entry`, which holds it, for the next commit.
  void record(Outbox.Entry entry, OfUrl state) throws InterruptedException {
    outbox.add(entry);
    known.put(state);
  }
}
