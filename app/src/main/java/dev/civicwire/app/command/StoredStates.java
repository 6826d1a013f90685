package dev.civicwire.app.command;

import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.CrawlState.OfHold;
import dev.civicwire.contract.CrawlState.OfSourceDay;
import dev.civicwire.contract.topic.KafkaConfig;
import dev.civicwire.contract.topic.KafkaCrawlLog;
import dev.civicwire.ingest.crawl.Coverage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// The crawl state as it is committed.
///
/// @param states of sources, of hosts that are held, and days of sources and hosts
record StoredStates(List<CrawlState> states) {
  static StoredStates of(KafkaConfig kafka) {
    return new StoredStates(KafkaCrawlLog.readSummary(kafka));
  }

  /// Every source's days, those that several crawls shared summed up.
  List<OfSourceDay> sourceDays() {
    return Coverage.whole(only(OfSourceDay.class));
  }

  /// Hosts that are left alone at `now`.
  List<OfHold> holds(Instant now) {
    return only(OfHold.class).stream()
        .filter(hold -> hold.until().isAfter(now))
        .sorted(Comparator.comparing(OfHold::host))
        .toList();
  }

  /// Those of one kind.
  <T extends CrawlState> List<T> only(Class<T> kind) {
    return states.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
