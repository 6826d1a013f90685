package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.fetch.AddressPolicy;
import dev.civicwire.ingest.fetch.FetchLimits;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How the crawler behaves.
///
/// @param userAgent sent with every request; holds an address (`+https://…` or `mailto:…`) at which
///     a webmaster can complain. Without one only loopback is crawled
/// @param allowedPrivateAddresses blocks such as `127.0.0.0/8` that are crawled although they are
///     not public, at any port
/// @param defaultDelay pause between two requests to one host
/// @param minDelay shortest pause that a source may set
/// @param maxDelay longest pause that a robots.txt may set; longer ones are cut to it
/// @param patience a host that asks for a longer pause than this is left for a later run
/// @param maxPageBytes of one article page, unpacked
/// @param maxSourceBytes of one feed, sitemap or listing, unpacked
/// @param maxRedirects followed from one link
/// @param revisit first interval after which a page is looked at again
/// @param minRevisit shortest such interval
/// @param maxRevisit longest such interval
/// @param robotsGrace how long a robots.txt must have forbidden a page before its published article
///     is withdrawn: many a `Disallow: /` is a slip of some days. It is not fetched from the first
/// @param batchSize pages that are committed without waiting for more; a commit takes all there are
/// @param batchAge longest wait of a page for its commit
/// @param limits of one request
public record CrawlSettings(
    String userAgent,
    List<String> allowedPrivateAddresses,
    Duration defaultDelay,
    Duration minDelay,
    Duration maxDelay,
    Duration patience,
    int maxPageBytes,
    int maxSourceBytes,
    int maxRedirects,
    Duration revisit,
    Duration minRevisit,
    Duration maxRevisit,
    Duration robotsGrace,
    int batchSize,
    Duration batchAge,
    FetchLimits limits) {
  private static final Pattern CONTACT = Pattern.compile("(https?://|mailto:)[^\\s)]{4,}");
  private static final int MEBIBYTE = 1 << 20;

  public CrawlSettings {
    allowedPrivateAddresses = List.copyOf(allowedPrivateAddresses);
    if (userAgent.isBlank() || userAgent.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new StageException(
          "the user agent must be one line of ASCII, such as"
              + " \"civicwire/0.1 (+https://example.org/crawler)\"");
    }
  }

  /// The defaults: 2 s between requests, 5 MiB a page, a second look after a day.
  public static CrawlSettings of(String userAgent) {
    return new CrawlSettings(
        userAgent,
        List.of(),
        Duration.ofSeconds(2),
        Duration.ofMillis(500),
        Duration.ofMinutes(2),
        Duration.ofSeconds(30),
        5 * MEBIBYTE,
        50 * MEBIBYTE,
        5,
        Duration.ofDays(1),
        Duration.ofHours(6),
        Duration.ofDays(60),
        Duration.ofDays(7),
        250,
        Duration.ofSeconds(1),
        FetchLimits.DEFAULT);
  }

  /// The pause between two requests to a host: its source's own or the usual one, not below the
  /// shortest, or what its robots.txt asks for up to the longest.
  ///
  /// @param ofSource the source's own, if it sets one
  /// @param ofRobots zero where the robots.txt asks for none
  Duration pause(Optional<Duration> ofSource, Duration ofRobots) {
    Duration own = longer(ofSource.orElse(defaultDelay), minDelay);
    return longer(own, ofRobots.compareTo(maxDelay) > 0 ? maxDelay : ofRobots);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /// The demonstration's: loopback only, `delay` between requests.
  public static CrawlSettings forLoopback(Duration delay) {
    return of("civicwire/0.1").withDelay(delay);
  }

  /// These settings with another pause between requests; sources may not go below it.
  public CrawlSettings withDelay(Duration delay) {
    return with(allowedPrivateAddresses, delay, delay, maxPageBytes, batchSize, batchAge, limits);
  }

  /// These settings with private addresses that may be crawled.
  public CrawlSettings withAllowedPrivateAddresses(List<String> blocks) {
    return with(blocks, defaultDelay, minDelay, maxPageBytes, batchSize, batchAge, limits);
  }

  /// These settings with another largest page, in bytes.
  public CrawlSettings withMaxPageBytes(int bytes) {
    return with(
        allowedPrivateAddresses, defaultDelay, minDelay, bytes, batchSize, batchAge, limits);
  }

  /// These settings with other limits of one request.
  public CrawlSettings withLimits(FetchLimits other) {
    return with(
        allowedPrivateAddresses, defaultDelay, minDelay, maxPageBytes, batchSize, batchAge, other);
  }

  /// These settings with other batches.
  public CrawlSettings withBatches(int size, Duration age) {
    return with(allowedPrivateAddresses, defaultDelay, minDelay, maxPageBytes, size, age, limits);
  }

  /// These settings with another time for which a robots.txt must have forbidden a page before its
  /// article is withdrawn.
  public CrawlSettings withRobotsGrace(Duration grace) {
    return new CrawlSettings(
        userAgent,
        allowedPrivateAddresses,
        defaultDelay,
        minDelay,
        maxDelay,
        patience,
        maxPageBytes,
        maxSourceBytes,
        maxRedirects,
        revisit,
        minRevisit,
        maxRevisit,
        grace,
        batchSize,
        batchAge,
        limits);
  }

  private CrawlSettings with(
      List<String> blocks,
      Duration delay,
      Duration leastDelay,
      int pageBytes,
      int size,
      Duration age,
      FetchLimits ofRequest) {
    return new CrawlSettings(
        userAgent,
        blocks,
        delay,
        leastDelay,
        maxDelay,
        patience,
        pageBytes,
        maxSourceBytes,
        maxRedirects,
        revisit,
        minRevisit,
        maxRevisit,
        robotsGrace,
        size,
        age,
        ofRequest);
  }

  /// Whether a webmaster could find out whose requests these are.
  public boolean namesContact() {
    return CONTACT.matcher(userAgent).find();
  }

  /// Which addresses are connected to.
  AddressPolicy addressPolicy() {
    return namesContact()
        ? AddressPolicy.allowing(allowedPrivateAddresses)
        : AddressPolicy.loopbackOnly();
  }

  /// The product token by which robots.txt names this crawler: `civicwire` of `civicwire/0.1 (…)`.
  String productToken() {
    return userAgent.split("[/\\s(]", 2)[0].toLowerCase(Locale.ROOT);
  }
}
