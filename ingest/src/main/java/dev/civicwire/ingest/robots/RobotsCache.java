package dev.civicwire.ingest.robots;

import dev.civicwire.contract.CrawlState.OfRobots;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.fetch.FetchFailure;
import dev.civicwire.ingest.fetch.FetchRequest;
import dev.civicwire.ingest.fetch.FetchResult;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The robots.txt of every origin, read when first needed and kept for a day (RFC 9309 section
/// 2.4), over the end of a process too where its crawl state is restored. A 4xx means that there
/// are no rules; 429, 5xx and no answer mean that nothing is fetched until there is one,
/// except by rules that were read before. Safe for threads.
public final class RobotsCache {
  private static final Duration FIRST_HOLD = Duration.ofMinutes(10);
  private static final int MAX_DOUBLINGS = 6;
  private static final int MAX_REDIRECTS = 5;

  private final String agent;
  private final Clock clock;
  private final Map<String, RobotsEntry> entries = new ConcurrentHashMap<>();

  /// Of earlier processes, read where they are needed.
  private final Map<String, OfRobots> kept = new ConcurrentHashMap<>();

  /// @param agent product token by which rules name this crawler
  public RobotsCache(String agent, Clock clock) {
    this.agent = agent;
    this.clock = clock;
  }

  /// What the rules of its origin say of `url`.
  ///
  /// @param request called where they have to be read; what it throws leaves all as it was
  /// @param read hears what was read, as it is to be kept
  public <E extends Exception> RobotsVerdict verdict(
      String url, RobotsRequest<E> request, Consumer<OfRobots> read) throws E {
    String origin = origin(url);
    Optional<RobotsEntry> known = known(origin);
    RobotsEntry entry =
        known.isPresent() && clock.instant().isBefore(known.get().expires())
            ? known.get()
            : read(origin, known, request, read);
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
        .flatMap(this::known)
        .map(entry -> entry.rules().map(RobotsRules::version).orElse(entry.why()));
  }

  /// Sitemaps that the robots.txt of its origin names for `url`; none where it was not read yet.
  public List<String> sitemaps(String url) {
    return UrlIdentity.origin(url)
        .flatMap(this::known)
        .flatMap(RobotsEntry::rules)
        .map(RobotsRules::sitemaps)
        .orElse(List.of());
  }

  /// Takes over what an earlier process has read, unless something newer is known.
  public void restore(OfRobots state) {
    @Nullable RobotsEntry known = entries.get(state.origin());
    if (known == null || known.readAt().isBefore(state.readAt())) {
      entries.remove(state.origin());
      kept.put(state.origin(), state);
    }
  }

  private Optional<RobotsEntry> known(String origin) {
    @Nullable OfRobots state = kept.remove(origin);
    if (state != null) {
      RobotsEntry.of(state, agent).ifPresent(entry -> entries.putIfAbsent(origin, entry));
    }
    return Optional.ofNullable(entries.get(origin));
  }

  private <E extends Exception> RobotsEntry read(
      String origin,
      Optional<RobotsEntry> before,
      RobotsRequest<E> request,
      Consumer<OfRobots> read)
      throws E {
    RobotsEntry entry = read(origin, before, request);
    entries.put(origin, entry);
    entry.state(origin).ifPresent(read);
    return entry;
  }

  private <E extends Exception> RobotsEntry read(
      String origin, Optional<RobotsEntry> before, RobotsRequest<E> request) throws E {
    String url = origin + "/robots.txt";
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      FetchResult result = request.ask(FetchRequest.of(url, RobotsRules.MAX_BYTES));
      if (result instanceof FetchResult.Redirect redirect) {
        url = redirect.target();
        continue;
      }
      return entry(url, result, before);
    }
    // RFC 9309 section 2.3.1.2: after more than five redirects the file counts as not there.
    return RobotsEntry.none(clock.instant());
  }

  private RobotsEntry entry(String url, FetchResult result, Optional<RobotsEntry> before) {
    return switch (result) {
      case FetchResult.Page p -> came(url, p.page());
      case FetchResult.Gone gone -> RobotsEntry.none(clock.instant());
      case FetchResult.NotModified same -> held(before, "304 to an unconditional request");
      case FetchResult.Redirect redirect -> held(before, "redirect to " + redirect.target());
      case FetchResult.Failed failed ->
          RobotsRules.areNone(failed.reason())
              ? RobotsEntry.none(clock.instant())
              : held(before, why(failed.reason(), failed.detail()));
    };
  }

  private static String why(FetchFailure reason, String detail) {
    return "robots.txt could not be read (%s: %s)".formatted(reason.code(), detail);
  }

  private RobotsEntry came(String url, FetchedPage page) {
    byte[] body = page.body().toByteArray();
    String type = page.contentType().orElse("text/plain");
    return RobotsEntry.of(RobotsRules.parse(url, body, type, agent), body, type, clock.instant());
  }

  private RobotsEntry held(Optional<RobotsEntry> before, String why) {
    int failures = before.map(RobotsEntry::failures).orElse(0);
    Duration hold = FIRST_HOLD.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
    Instant now = clock.instant();
    return new RobotsEntry(
        before.flatMap(RobotsEntry::rules),
        before.flatMap(RobotsEntry::contentType),
        before.flatMap(RobotsEntry::text),
        now,
        now.plus(hold),
        failures + 1,
        why);
  }

  private static String origin(String url) {
    return UrlIdentity.origin(url)
        .orElseThrow(() -> new IllegalArgumentException("no HTTP address: " + url));
  }
}
