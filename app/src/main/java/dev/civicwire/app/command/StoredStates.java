package dev.civicwire.app.command;

import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.CrawlState.OfSourceDay;
import dev.civicwire.contract.topic.KafkaConfig;
import dev.civicwire.contract.topic.KafkaCrawlLog;
import dev.civicwire.ingest.crawl.Coverage;
import java.util.List;

/// The crawl state as it is committed.
///
/// @param states of sources, and days of sources and hosts
record StoredStates(List<CrawlState> states) {
  static StoredStates of(KafkaConfig kafka) {
    return new StoredStates(KafkaCrawlLog.readSummary(kafka));
  }

  /// Every source's days, those that several crawls shared summed up.
  List<OfSourceDay> sourceDays() {
    return Coverage.whole(only(OfSourceDay.class));
  }

  /// Those of one kind.
  <T extends CrawlState> List<T> only(Class<T> kind) {
    return states.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
