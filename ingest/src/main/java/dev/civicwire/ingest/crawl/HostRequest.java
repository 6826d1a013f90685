package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState.OfHostDay;
import dev.civicwire.ingest.fetch.FetchResult;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// One request as its host's receipt counts it.
///
/// @param gap since the end of the request before, where there was one in this run
/// @param delay pause that was to be kept
/// @param robots version of the rules in force
record HostRequest(
    String host,
    FetchResult result,
    Optional<Duration> gap,
    Duration delay,
    Optional<String> robots) {
  static OfHostDay none(String host, String day) {
    return new OfHostDay(host, day, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty());
  }

  OfHostDay addedTo(OfHostDay day) {
    int bytes = result instanceof FetchResult.Page page ? page.page().body().size() : 0;
    return new OfHostDay(
        host,
        day.day(),
        day.requests() + 1,
        day.bytes() + bytes,
        day.notModified() + (result instanceof FetchResult.NotModified ? 1 : 0),
        day.failed() + (result instanceof FetchResult.Failed ? 1 : 0),
        delay.toMillis(),
        Stream.concat(day.shortestGapMillis().stream(), gap.map(Duration::toMillis).stream())
            .min(Long::compare),
        robots.or(day::robots));
  }
}
