package dev.civicwire.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the crawler remembers, one record a key in the compacted topic.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface CrawlState
    permits CrawlState.OfUrl,
        CrawlState.OfLink,
        CrawlState.OfClaim,
        CrawlState.OfSource,
        CrawlState.OfSitemap,
        CrawlState.OfHold,
        CrawlState.OfRobots,
        CrawlState.OfSourceDay,
        CrawlState.OfHostDay {
  /// Key in the topic.
  String key();

  /// The host whose partition holds it.
  String host();

  /// A page.
  ///
  /// @param url as it was asked for, normalised
  /// @param host of the URL
  /// @param source that led to it
  /// @param outcome of the last fetch, such as `article`, `unchanged`, `moved`, `gone`,
  ///     `forbidden`, `failed`, `rejected`, `trap`
  /// @param detail one line on the outcome
  /// @param etag validator for the conditional GET
  /// @param lastModified validator for the conditional GET
  /// @param contentHash of the article's text
  /// @param articleId of the article it gave
  /// @param fetchedAt last fetch; of a page that robots.txt forbids while its article is still
  ///     published, when it was first found to
  /// @param nextDue when to look again
  /// @param failures in a row
  @JsonTypeName("url")
  record OfUrl(
      String url,
      String host,
      String source,
      String outcome,
      Optional<String> detail,
      Optional<String> etag,
      Optional<String> lastModified,
      Optional<String> contentHash,
      Optional<String> articleId,
      Instant fetchedAt,
      Instant nextDue,
      int failures)
      implements CrawlState {
    /// What its keys begin with.
    public static final String PREFIX = "url ";

    @Override
    public String key() {
      return PREFIX + url;
    }
  }

  /// A page that was found by a crawl of other hosts, told to the one that crawls its host:
  /// deleted as soon as that knows the page. Or what a source leads to there, deleted as soon
  /// as it was read.
  ///
  /// @param url of the page
  /// @param host of the URL
  /// @param source that led to it
  /// @param title as the link gives it
  /// @param published as the source says
  /// @param updated last change, as the source claims
  /// @param foundAt when
  /// @param sourceHops where it is no page but the source itself, or a part of it, that is
  ///     there: how often it was told on
  @JsonTypeName("link")
  record OfLink(
      String url,
      String host,
      String source,
      Optional<String> title,
      Optional<Instant> published,
      Optional<Instant> updated,
      Instant foundAt,
      Optional<Integer> sourceHops)
      implements CrawlState {
    /// What its keys begin with.
    public static final String PREFIX = "link ";

    @Override
    public String key() {
      return PREFIX + (sourceHops.isPresent() ? source + " " + url : url);
    }
  }

  /// Which page of another host gives an article, told to the crawl of a host that may have the
  /// same one.
  ///
  /// @param articleId the article
  /// @param host whose crawl is told
  /// @param url of the page that gives it
  /// @param contentHash of its text, as published
  @JsonTypeName("claim")
  record OfClaim(String articleId, String host, String url, Optional<String> contentHash)
      implements CrawlState {
    /// What its keys begin with.
    public static final String PREFIX = "claim ";

    @Override
    public String key() {
      return PREFIX + articleId;
    }
  }

  /// A source.
  ///
  /// @param source name
  /// @param host of its URL
  /// @param url of the feed, sitemap or listing
  /// @param etag validator for the conditional GET
  /// @param lastModified validator for the conditional GET
  /// @param lastCrawl when it was last read
  /// @param nextDue when to read it again
  /// @param found links in the last reading
  /// @param error of the last reading
  /// @param failures in a row
  /// @param paused true while the operator holds it
  /// @param schedule by which `nextDue` was found
  /// @param movedTo where its server says that it is for good
  @JsonTypeName("source")
  record OfSource(
      String source,
      String host,
      String url,
      Optional<String> etag,
      Optional<String> lastModified,
      Instant lastCrawl,
      Instant nextDue,
      int found,
      Optional<String> error,
      int failures,
      boolean paused,
      Optional<String> schedule,
      Optional<String> movedTo)
      implements CrawlState {
    /// What its keys begin with.
    public static final String PREFIX = "source ";

    /// The same with where it is for good.
    public OfSource movedTo(Optional<String> url) {
      return new OfSource(
          source,
          host,
          this.url,
          etag,
          lastModified,
          lastCrawl,
          nextDue,
          found,
          error,
          failures,
          paused,
          schedule,
          url);
    }

    @Override
    public String key() {
      return PREFIX + source;
    }
  }

  /// A part of a source that is an index of sitemaps.
  ///
  /// @param url of the part
  /// @param host of the source's URL
  /// @param source name
  /// @param outcome of the last reading: `read` or `gone`
  /// @param etag validator for the conditional GET
  /// @param lastModified validator for the conditional GET
  /// @param claimed when it changed, as the index said at the last reading
  /// @param newsAt when it last had a link that was new or changed
  /// @param readAt last reading
  /// @param nextDue when to read it again, unless the index says that it has changed
  /// @param retired true where it is not expected to change any more
  @JsonTypeName("sitemap")
  record OfSitemap(
      String url,
      String host,
      String source,
      String outcome,
      Optional<String> etag,
      Optional<String> lastModified,
      Optional<Instant> claimed,
      Instant newsAt,
      Instant readAt,
      Instant nextDue,
      boolean retired)
      implements CrawlState {
    @Override
    public String key() {
      return key(source, url);
    }

    /// The key of a source's part.
    public static String key(String source, String url) {
      return "sitemap %s %s".formatted(source, url);
    }
  }

  /// A host that is left alone, or was until it has answered again: deleted as soon as it does.
  ///
  /// @param host that is held
  /// @param until when nothing is asked of it
  /// @param troubles failures in a row that were the host's
  /// @param errors answers in a row that its server could not give
  /// @param why the last failure, in one line
  @JsonTypeName("hold")
  record OfHold(String host, Instant until, int troubles, int errors, String why)
      implements CrawlState {
    /// What its keys begin with.
    public static final String PREFIX = "hold ";

    @Override
    public String key() {
      return PREFIX + host;
    }
  }

  /// The robots.txt of an origin as it was last asked for.
  ///
  /// @param origin whose it is, such as `https://example.org`
  /// @param host of the origin
  /// @param readAt when it was last asked for
  /// @param nextDue when to ask again
  /// @param failures in a row
  /// @param contentType as the server said
  /// @param text the file, gzip in Base64; empty where the site has none, absent where it was never
  ///     readable
  /// @param why it could not be read the last time
  @JsonTypeName("robots")
  record OfRobots(
      String origin,
      String host,
      Instant readAt,
      Instant nextDue,
      int failures,
      Optional<String> contentType,
      Optional<String> text,
      Optional<String> why)
      implements CrawlState {
    /// What its keys begin with.
    public static final String PREFIX = "robots ";

    @Override
    public String key() {
      return PREFIX + origin;
    }
  }

  /// What came of a source on one day (UTC).
  ///
  /// @param source name
  /// @param host of its URL; where there is a part, one of that part
  /// @param day ISO date
  /// @param due links that were new or said to have changed
  /// @param fetched pages that came, whole, cut or unchanged
  /// @param created articles seen for the first time
  /// @param changed articles whose text is another than before
  /// @param unchanged pages as they were
  /// @param rejected pages without a usable article
  /// @param empty those of them in which no text was found
  /// @param failed pages and source readings by reason, such as `timeout 3`
  /// @param characters of the articles that are new or changed
  /// @param part of the hosts that the pages are on, where it is not the source's own: what it
  ///     counts comes on top of the rest of that day
  @JsonTypeName("source-day")
  record OfSourceDay(
      String source,
      String host,
      String day,
      int due,
      int fetched,
      int created,
      int changed,
      int unchanged,
      int rejected,
      int empty,
      List<FailureCount> failed,
      long characters,
      Optional<Integer> part)
      implements CrawlState {
    public OfSourceDay {
      failed = Lists.copy((@Nullable List<FailureCount>) failed);
    }

    @Override
    public String key() {
      return "source-day %s %s".formatted(source, day) + part.map(p -> " part " + p).orElse("");
    }
  }

  /// How often something failed for one reason; in JSON a text such as `timeout 3`.
  ///
  /// @param reason short code
  /// @param count how often
  record FailureCount(String reason, int count) {
    /// Of its JSON form.
    ///
    /// @throws IllegalArgumentException where the text does not end in a number
    @JsonCreator
    public static FailureCount parse(String text) {
      int space = text.lastIndexOf(' ');
      return new FailureCount(
          text.substring(0, Math.max(space, 0)), Integer.parseInt(text.substring(space + 1)));
    }

    @JsonValue
    @Override
    public String toString() {
      return reason + " " + count;
    }
  }

  /// What was asked of a host on one day (UTC).
  ///
  /// @param host whose it is
  /// @param day ISO date
  /// @param requests of any kind, robots.txt too
  /// @param bytes that came, unpacked
  /// @param notModified answers that the known copy is still right
  /// @param failed requests that gave nothing usable
  /// @param delayMillis pause that was to be kept when it was last asked
  /// @param shortestGapMillis shortest time between the end of a request and the next one's start
  /// @param robots version of the rules in force: a hash of robots.txt, or why there are none
  @JsonTypeName("host-day")
  record OfHostDay(
      String host,
      String day,
      int requests,
      long bytes,
      int notModified,
      int failed,
      long delayMillis,
      Optional<Long> shortestGapMillis,
      Optional<String> robots)
      implements CrawlState {
    @Override
    public String key() {
      return "host-day %s %s".formatted(host, day);
    }
  }
}
