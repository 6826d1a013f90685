package dev.civicwire.ingest.robots;

import dev.civicwire.ingest.fetch.FetchFailure;
import dev.civicwire.ingest.fetch.FetchRequest;
import dev.civicwire.ingest.fetch.FetchResult;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The robots.txt of every origin, read when first needed and kept for a day (RFC 9309 section
/// 2.4).
/// A 4xx means that there are no rules; 429, 5xx and no answer mean that nothing is fetched until
/// there is one, except by rules that were read before. Safe for threads.
public final class RobotsCache {
  private static final Duration FRESH = Duration.ofHours(24);
  private static final Duration FIRST_HOLD = Duration.ofMinutes(10);
  private static final int MAX_DOUBLINGS = 6;
  private static final int MAX_REDIRECTS = 5;

  private final String agent;
  private final Clock clock;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  /// @param agent product token by which rules name this crawler
  public RobotsCache(String agent, Clock clock) {
    this.agent = agent;
    this.clock = clock;
  }

  /// What the rules of its origin say of `url`; `fetch` is called where they have to be read.
  public RobotsVerdict verdict(String url, Function<FetchRequest, FetchResult> fetch) {
    String origin = origin(url);
    @Nullable Entry entry = entries.get(origin);
    if (entry == null || !clock.instant().isBefore(entry.expires())) {
      entry = read(origin, Optional.ofNullable(entry), fetch);
      entries.put(origin, entry);
    }
    if (entry.rules().isEmpty()) {
      return new RobotsVerdict.Held(entry.expires(), entry.why());
    }
    RobotsRules rules = entry.rules().get();
    return rules.allows(url)
        ? new RobotsVerdict.Allowed(rules.delay())
        : new RobotsVerdict.Forbidden();
  }

  /// Which version of its origin's rules is in force for `url`: the first hex digits of the file's
  /// SHA-256, or why there are no rules; empty where nothing was read yet.
  public Optional<String> version(String url) {
    return UrlIdentity.origin(url)
        .flatMap(origin -> Optional.ofNullable(entries.get(origin)))
        .map(entry -> entry.rules().map(RobotsRules::version).orElse(entry.why()));
  }

  private Entry read(
      String origin, Optional<Entry> before, Function<FetchRequest, FetchResult> fetch) {
    String url = origin + "/robots.txt";
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      FetchResult result = fetch.apply(FetchRequest.of(url, RobotsRules.MAX_BYTES));
      if (result instanceof FetchResult.Redirect redirect) {
        url = redirect.target();
        continue;
      }
      return entry(url, result, before);
    }
    // RFC 9309 section 2.3.1.2: after more than five redirects the file counts as not there.
    return fresh(RobotsRules.allowAll());
  }

  private Entry entry(String url, FetchResult result, Optional<Entry> before) {
    return switch (result) {
      case FetchResult.Page p ->
          fresh(
              RobotsRules.parse(
                  url,
                  p.page().body().toByteArray(),
                  p.page().contentType().orElse("text/plain"),
                  agent));
      case FetchResult.Gone gone -> fresh(RobotsRules.allowAll());
      case FetchResult.NotModified same -> held(before, "304 to an unconditional request");
      case FetchResult.Redirect redirect -> held(before, "redirect to " + redirect.target());
      case FetchResult.Failed failed ->
          switch (failed.reason()) {
            case DENIED, CLIENT_ERROR -> fresh(RobotsRules.allowAll());
            case DNS,
                CONNECT,
                UNSAFE_ADDRESS,
                TLS,
                TIMEOUT,
                BROKEN_RESPONSE,
                THROTTLED,
                SERVER_ERROR,
                BAD_REDIRECT,
                REDIRECT_LOOP,
                UNEXPECTED_STATUS ->
                held(before, why(failed.reason(), failed.detail()));
          };
    };
  }

  private static String why(FetchFailure reason, String detail) {
    return "robots.txt could not be read (%s: %s)".formatted(reason.code(), detail);
  }

  private Entry fresh(RobotsRules rules) {
    return new Entry(Optional.of(rules), clock.instant().plus(FRESH), 0, "");
  }

  private Entry held(Optional<Entry> before, String why) {
    int failures = before.map(Entry::failures).orElse(0);
    Duration hold = FIRST_HOLD.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
    return new Entry(before.flatMap(Entry::rules), clock.instant().plus(hold), failures + 1, why);
  }

  private static String origin(String url) {
    return UrlIdentity.origin(url)
        .orElseThrow(() -> new IllegalArgumentException("no HTTP address: " + url));
  }

  private record Entry(Optional<RobotsRules> rules, Instant expires, int failures, String why) {}
}
