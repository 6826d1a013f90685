package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlLog;
import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.CrawlState.OfLink;
import dev.civicwire.ingest.robots.RobotsCache;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is remembered of the hosts of one part: read from its log, and kept up with it.
///
/// @param log where it comes from and goes to
/// @param hosts what they have said
/// @param links that other crawls have told and nobody has taken up yet, by key
record PartMemory(
    CrawlLog log, KnownPages known, DayCounts days, HostMemory hosts, Map<String, OfLink> links) {
  /// Reads all of it.
  ///
  /// @param robots of every host that this process has asked
  /// @throws dev.civicwire.contract.StageException where the log cannot be reached
  static PartMemory of(
      CrawlLog log, HostPart part, Map<String, String> sourceHosts, RobotsCache robots) {
    PartMemory memory =
        new PartMemory(
            log,
            new KnownPages(),
            new DayCounts(part, sourceHosts),
            new HostMemory(robots),
            new LinkedHashMap<>());
    log.load(
        new CrawlLog.StateReader() {
          @Override
          public void put(CrawlState state) {
            // A host has moved to another part where the topic has grown: that one asks it now.
            if (part.holds(state.host())) {
              memory.put(state);
            }
          }

          @Override
          public void forget(String key) {
            memory.links.remove(key);
            memory.known.forget(key);
            memory.days.forget(key);
            memory.hosts.forget(key);
          }

          @Override
          public boolean knows(String key) {
            return memory.known.knows(key)
                || memory.links.containsKey(key)
                || memory.days.knows(key)
                || memory.hosts.knows(key);
          }
        });
    return memory;
  }

  private void put(CrawlState state) {
    switch (state) {
      case CrawlState.OfUrl page -> known.put(page);
      case CrawlState.OfSource source -> known.put(source);
      case CrawlState.OfSitemap part -> known.put(part);
      case CrawlState.OfClaim claim -> known.put(claim);
      case CrawlState.OfHold hold -> hosts.put(hold);
      case CrawlState.OfRobots read -> hosts.put(read);
      case CrawlState.OfLink link -> links.put(link.key(), link);
      case CrawlState.OfSourceDay day -> days.keep(day);
      case CrawlState.OfHostDay day -> days.keep(day);
    }
  }

  /// The links that nobody has taken up, each told once.
  List<OfLink> takeLinks() {
    List<OfLink> taken = List.copyOf(links.values());
    links.clear();
    return taken;
  }
}
