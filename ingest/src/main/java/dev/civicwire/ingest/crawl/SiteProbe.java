package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.fetch.FetchFailure;
import dev.civicwire.ingest.fetch.FetchRequest;
import dev.civicwire.ingest.fetch.FetchResult;
import dev.civicwire.ingest.fetch.Fetcher;
import dev.civicwire.ingest.robots.RobotsCache;
import dev.civicwire.ingest.robots.RobotsVerdict;
import dev.civicwire.ingest.source.Discovery;
import dev.civicwire.ingest.source.PageSource;
import dev.civicwire.ingest.source.SourceBasics;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at one site for what can be crawled: robots.txt, the page, and the sitemap's usual place,
/// one after the other at the crawl's pace.
public final class SiteProbe implements AutoCloseable {
  private static final Duration DAY = Duration.ofDays(1);

  private final CrawlSettings settings;
  private final Fetcher fetcher;
  private final RobotsCache robots;
  private boolean asked;
  private Duration pause;

  /// @throws StageException where `url` is not on loopback and the settings name no contact
  public SiteProbe(CrawlSettings settings, String url, Clock clock) {
    ContactRule.check(settings, List.of(new PageSource(SourceBasics.of("site", url, DAY))));
    this.settings = settings;
    this.pause = settings.pause(Optional.empty(), Duration.ZERO);
    this.robots = new RobotsCache(settings.productToken(), clock);
    this.fetcher =
        new Fetcher(settings.userAgent(), settings.addressPolicy(), settings.limits(), clock);
  }

  /// What a site offers.
  ///
  /// @param page where the page came from: elsewhere than asked for where it redirects
  public record Found(String page, List<Discovery.Candidate> candidates) {
    public Found {
      candidates = List.copyOf(candidates);
    }
  }

  /// What the page at `url` and its site offer. A redirect is followed to another host too, by
  /// that one's robots.txt: what is found is that one's then.
  ///
  /// @throws StageException where the page cannot be read or robots.txt forbids it
  public Found discover(String url) throws InterruptedException {
    if (UrlIdentity.origin(url).isEmpty()) {
      throw new StageException(url + " is no http or https address");
    }
    FetchedPage page = page(url);
    String origin = UrlIdentity.origin(page.url()).orElseThrow();
    List<String> sitemaps = new ArrayList<>(robots.sitemaps(page.url()));
    if (sitemaps.isEmpty()
        && get(origin + "/sitemap.xml") instanceof FetchResult.Page found
        && isXml(found.page())) {
      sitemaps.add(origin + "/sitemap.xml");
    }
    return new Found(page.url(), Discovery.of(page, sitemaps));
  }

  private FetchedPage page(String url) throws InterruptedException {
    return switch (get(url)) {
      case FetchResult.Page page -> page.page();
      case FetchResult.Failed failed -> throw cannot(url, failed.detail());
      case FetchResult.Gone gone -> throw cannot(url, "HTTP status " + gone.status());
      case FetchResult.NotModified same -> throw cannot(url, "304 to an unconditional request");
      case FetchResult.Redirect redirect -> throw cannot(url, "too many redirects");
    };
  }

  private static StageException cannot(String url, String why) {
    return new StageException("%s cannot be read: %s".formatted(url, why));
  }

  /// Follows redirects as far as a crawl would, each hop by the robots.txt of its host.
  private FetchResult get(String url) throws InterruptedException {
    List<String> hops = new ArrayList<>();
    String next = url;
    while (true) {
      Optional<FetchResult> refused = refusal(next);
      if (refused.isPresent()) {
        return refused.get();
      }
      FetchResult result = ask(FetchRequest.of(next, settings.maxPageBytes()));
      if (!(result instanceof FetchResult.Redirect redirect)) {
        return result;
      }
      hops.add(next);
      Optional<FetchResult.Failed> stop =
          Redirects.refuse(hops, redirect.target(), settings.maxRedirects());
      if (stop.isPresent()) {
        return stop.get();
      }
      next = redirect.target();
    }
  }

  private Optional<FetchResult> refusal(String url) throws InterruptedException {
    return switch (robots.verdict(url, this::ask, read -> {})) {
      case RobotsVerdict.Allowed allowed -> {
        pause = settings.pause(Optional.empty(), allowed.delay());
        yield Optional.empty();
      }
      case RobotsVerdict.Forbidden forbidden ->
          refused(FetchFailure.DENIED, "the robots.txt of its host forbids " + url);
      case RobotsVerdict.Held held -> refused(FetchFailure.THROTTLED, later(url, held.why()));
    };
  }

  private static Optional<FetchResult> refused(FetchFailure reason, String why) {
    return Optional.of(FetchResult.Failed.of(reason, 0, why));
  }

  private static String later(String url, String why) {
    return "%s of %s; try again later".formatted(why, UrlIdentity.origin(url).orElse(url));
  }

  private FetchResult ask(FetchRequest request) throws InterruptedException {
    if (asked) {
      Thread.sleep(pause);
    }
    asked = true;
    return fetcher.fetch(request);
  }

  private static boolean isXml(FetchedPage page) {
    return page.body().utf8().stripLeading().startsWith("<")
        && (page.body().utf8().contains("<urlset") || page.body().utf8().contains("<sitemapindex"));
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
