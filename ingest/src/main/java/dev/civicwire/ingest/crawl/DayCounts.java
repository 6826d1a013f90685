package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.CrawlState.OfHostDay;
import dev.civicwire.contract.CrawlState.OfSourceDay;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What came of each source and was asked of each host today (UTC), as states that are committed
/// with what they count. A restart goes on where the log ends. Safe for threads.
final class DayCounts {
  /// How long a day is kept: for warnings that look back, and for webmasters who ask.
  private static final Duration KEPT = Duration.ofDays(100);

  private final Map<String, OfSourceDay> sources = new HashMap<>();
  private final Map<String, OfHostDay> hosts = new HashMap<>();
  private final Map<String, CrawlState> changed = new HashMap<>();

  /// All that the log has, by day and key: for their end.
  private final NavigableMap<String, Map<String, CrawlState>> days = new TreeMap<>();
  private final HostPart part;
  private final Map<String, String> sourceHosts;

  /// @param part whose hosts are counted
  /// @param sourceHosts by the names of the sources
  DayCounts(HostPart part, Map<String, String> sourceHosts) {
    this.part = part;
    this.sourceHosts = Map.copyOf(sourceHosts);
  }

  /// Takes note of what the log has. Only a source's or host's newest day is gone on with.
  synchronized void keep(OfSourceDay day) {
    note(day.day(), day);
    if (day.part().equals(partOf(day.source()))) {
      sources.merge(day.source(), day, (a, b) -> a.day().compareTo(b.day()) > 0 ? a : b);
    }
  }

  synchronized void keep(OfHostDay day) {
    note(day.day(), day);
    hosts.merge(day.host(), day, (a, b) -> a.day().compareTo(b.day()) > 0 ? a : b);
  }

  /// What the log has under a key is there no more.
  synchronized void forget(String key) {
    days.values().forEach(ofDay -> ofDay.remove(key));
  }

  /// Whether a day of that key was kept.
  synchronized boolean knows(String key) {
    return days.values().stream().anyMatch(ofDay -> ofDay.containsKey(key));
  }

  private void note(String day, CrawlState state) {
    days.computeIfAbsent(day, fresh -> new HashMap<>()).putIfAbsent(state.key(), state);
  }

  /// The days that are too old to be kept, each told once.
  synchronized List<CrawlState> takeOld(Instant now) {
    Map<String, Map<String, CrawlState>> old = days.headMap(day(now.minus(KEPT)), false);
    List<CrawlState> states = old.values().stream().flatMap(of -> of.values().stream()).toList();
    old.clear();
    return states;
  }

  /// The part's number where a source's own host is in another: that one's run counts the rest.
  private Optional<Integer> partOf(String source) {
    return part.holds(sourceHosts.getOrDefault(source, ""))
        ? Optional.empty()
        : Optional.of(part.number());
  }

  private OfSourceDay begun(String source, String today) {
    Optional<Integer> elsewhere = partOf(source);
    String host =
        elsewhere
            .flatMap(number -> hosts.keySet().stream().findFirst())
            .orElseGet(() -> sourceHosts.getOrDefault(source, ""));
    return SourceDays.none(source, host, today, elsewhere);
  }

  /// The pause that was to be kept when a host was last asked, today or yesterday.
  synchronized Duration lastDelay(String host, Instant now) {
    return Optional.ofNullable(hosts.get(host))
        .filter(last -> last.day().compareTo(day(now.minus(Duration.ofDays(1)))) >= 0)
        .map(last -> Duration.ofMillis(last.delayMillis()))
        .orElse(Duration.ZERO);
  }

  synchronized void on(CrawlEvent event, Instant now) {
    String today = day(now);
    OfSourceDay before =
        sources.compute(
            event.source(),
            (name, last) -> last != null && last.day().equals(today) ? last : begun(name, today));
    OfSourceDay after = SourceDays.plus(before, event);
    if (!after.equals(before)) {
      sources.put(event.source(), after);
      changed.put(after.key(), after);
      note(today, after);
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
    note(today, after);
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
