package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState.OfSource;
import dev.civicwire.ingest.source.Source;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Makes the next state of a source from the one before.
final class SourceStates {
  private static final Duration FIRST_RETRY = Duration.ofMinutes(5);
  private static final int MAX_DOUBLINGS = 8;
  private static final int JITTER_STEPS = 1000;

  private SourceStates() {}

  static OfSource read(Source source, SourceOutcome.Read read, boolean complete, Instant now) {
    return new OfSource(
        source.name(),
        UrlIdentity.host(source.url()).orElse(""),
        source.url(),
        // Validators of a reading that was cut short would hide the rest.
        read.etag().filter(tag -> complete),
        read.lastModified().filter(date -> complete),
        now,
        next(source, now),
        read.links().size(),
        Optional.empty(),
        0,
        false,
        Optional.of(source.schedule().line()),
        Optional.empty());
  }

  /// When a source is read again: by its schedule as it is now, although its state is of another.
  static Instant nextDue(Source source, OfSource state) {
    return state.schedule().map(last -> last.equals(source.schedule().line())).orElse(true)
        ? state.nextDue()
        : next(source, state.lastCrawl());
  }

  static OfSource unchanged(Source source, Optional<OfSource> before, Instant now) {
    return kept(source, before, now, next(source, now), Optional.empty(), 0);
  }

  static OfSource deferred(
      Source source, Optional<OfSource> before, Instant now, Instant until, String why) {
    return kept(source, before, now, until, Optional.of(why), failures(before));
  }

  static OfSource failed(
      Source source,
      Optional<OfSource> before,
      Instant now,
      Instant notBefore,
      SourceOutcome.Failed failed) {
    int failures = failures(before) + 1;
    Instant retry = now.plus(FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS)));
    Instant regular = next(source, now);
    Instant earlier = retry.isBefore(regular) ? retry : regular;
    return kept(
        source,
        before,
        now,
        earlier.isBefore(notBefore) ? notBefore : earlier,
        Optional.of(failed.reason() + ": " + failed.detail()),
        failures);
  }

  private static OfSource kept(
      Source source,
      Optional<OfSource> before,
      Instant now,
      Instant nextDue,
      Optional<String> error,
      int failures) {
    return new OfSource(
        source.name(),
        UrlIdentity.host(source.url()).orElse(""),
        source.url(),
        before.flatMap(OfSource::etag),
        before.flatMap(OfSource::lastModified),
        now,
        nextDue,
        before.map(OfSource::found).orElse(0),
        error,
        failures,
        false,
        Optional.of(source.schedule().line()),
        before.flatMap(OfSource::movedTo));
  }

  private static int failures(Optional<OfSource> before) {
    return before.map(OfSource::failures).orElse(0);
  }

  /// Sources with one interval are spread by their names, the same way in every process.
  private static Instant next(Source source, Instant now) {
    double jitter = Math.floorMod(source.name().hashCode(), JITTER_STEPS) / (double) JITTER_STEPS;
    return source.schedule().next(now, jitter);
  }
}
