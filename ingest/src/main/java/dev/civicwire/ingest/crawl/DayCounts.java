package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.CrawlState.OfHostDay;
import dev.civicwire.contract.CrawlState.OfSourceDay;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What came of each source and was asked of each host today (UTC), as states that are committed
/// with what they count. A restart goes on where the log ends. Safe for threads.
final class DayCounts {
  private final Map<String, OfSourceDay> sources = new HashMap<>();
  private final Map<String, OfHostDay> hosts = new HashMap<>();
  private final Map<String, CrawlState> changed = new HashMap<>();
  private final Map<String, String> sourceHosts;

  /// @param states from the log
  /// @param sourceHosts by the names of the sources
  DayCounts(List<CrawlState> states, Map<String, String> sourceHosts) {
    this.sourceHosts = Map.copyOf(sourceHosts);
    for (CrawlState state : states) {
      if (state instanceof OfSourceDay day) {
        keep(day);
      } else if (state instanceof OfHostDay day) {
        keep(day);
      }
    }
  }

  /// Only a source's or host's newest day is gone on with.
  private void keep(OfSourceDay day) {
    sources.merge(day.source(), day, (a, b) -> a.day().compareTo(b.day()) > 0 ? a : b);
  }

  private void keep(OfHostDay day) {
    hosts.merge(day.host(), day, (a, b) -> a.day().compareTo(b.day()) > 0 ? a : b);
  }

  synchronized void on(CrawlEvent event, Instant now) {
    String today = day(now);
    OfSourceDay before =
        sources.compute(
            event.source(),
            (name, last) ->
                last != null && last.day().equals(today)
                    ? last
                    : SourceDays.none(name, sourceHosts.getOrDefault(name, ""), today));
    OfSourceDay after = SourceDays.plus(before, event);
    if (!after.equals(before)) {
      sources.put(event.source(), after);
      changed.put(after.key(), after);
    }
  }

  synchronized void on(HostRequest request, Instant now) {
    String today = day(now);
    OfHostDay before =
        hosts.compute(
            request.host(),
            (host, last) ->
                last != null && last.day().equals(today) ? last : HostRequest.none(host, today));
    OfHostDay after = request.addedTo(before);
    hosts.put(after.host(), after);
    changed.put(after.key(), after);
  }

  /// What has changed since it was asked for the last time.
  synchronized List<CrawlState> takeChanged() {
    List<CrawlState> states = new ArrayList<>(changed.values());
    changed.clear();
    return states;
  }

  private static String day(Instant now) {
    return now.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
