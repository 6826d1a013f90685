package dev.civicwire.ingest.crawl;

import dev.civicwire.ingest.extract.Extractor;
import dev.civicwire.ingest.robots.RobotsCache;
import dev.civicwire.ingest.source.Source;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a crawl works with, whichever hosts it has.
///
/// @param sources by name, in the order of their file
/// @param robots of every host that was ever asked
/// @param dates that a back-fill is for
record CrawlSetup(
    CrawlSettings settings,
    Map<String, Source> sources,
    Extractor extractor,
    PageArchive archive,
    CrawlListener listener,
    Clock clock,
    RobotsCache robots,
    Optional<DateRange> dates) {
  /// The same for a back-fill.
  CrawlSetup backFilling(DateRange range) {
    return new CrawlSetup(
        settings, sources, extractor, archive, listener, clock, robots, Optional.of(range));
  }

  /// The hosts of the sources' own addresses, by name.
  Map<String, String> sourceHosts() {
    return sources.values().stream().collect(Collectors.toMap(Source::name, CrawlSetup::host));
  }

  static String host(Source source) {
    return UrlIdentity.host(source.url()).orElse("");
  }
}
