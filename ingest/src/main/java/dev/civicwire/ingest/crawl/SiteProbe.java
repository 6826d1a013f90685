package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.fetch.FetchRequest;
import dev.civicwire.ingest.fetch.FetchResult;
import dev.civicwire.ingest.fetch.Fetcher;
import dev.civicwire.ingest.robots.RobotsRules;
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
  private boolean asked;

  /// @throws StageException where `url` is not on loopback and the settings name no contact
  public SiteProbe(CrawlSettings settings, String url, Clock clock) {
    ContactRule.check(settings, List.of(new PageSource(SourceBasics.of("site", url, DAY))));
    this.settings = settings;
    this.fetcher =
        new Fetcher(settings.userAgent(), settings.addressPolicy(), settings.limits(), clock);
  }

  /// What the page at `url` and its site offer.
  ///
  /// @throws StageException where the page cannot be read or robots.txt forbids it
  public List<Discovery.Candidate> discover(String url) throws InterruptedException {
    String origin =
        UrlIdentity.origin(url)
            .orElseThrow(() -> new StageException(url + " is no http or https address"));
    RobotsRules rules = robots(origin);
    if (!rules.allows(url)) {
      throw new StageException(url + " is not for crawlers: its robots.txt forbids it");
    }
    FetchedPage page = page(url);
    List<String> sitemaps = new ArrayList<>(rules.sitemaps());
    if (sitemaps.isEmpty()
        && get(origin + "/sitemap.xml") instanceof FetchResult.Page found
        && isXml(found.page())) {
      sitemaps.add(origin + "/sitemap.xml");
    }
    return Discovery.of(page, sitemaps);
  }

  private RobotsRules robots(String origin) throws InterruptedException {
    String url = origin + "/robots.txt";
    return switch (get(url)) {
      case FetchResult.Page page ->
          RobotsRules.parse(
              url,
              page.page().body().toByteArray(),
              page.page().contentType().orElse("text/plain"),
              settings.productToken());
      case FetchResult.Failed failed when RobotsRules.areNone(failed.reason()) ->
          RobotsRules.allowAll();
      case FetchResult.Failed failed -> throw later(url, failed.detail());
      case FetchResult.Gone gone -> RobotsRules.allowAll();
      case FetchResult.NotModified same -> throw later(url, "304 to an unconditional request");
      case FetchResult.Redirect redirect -> throw later(url, "too many redirects");
    };
  }

  private static StageException later(String url, String why) {
    return new StageException("%s cannot be read (%s); try again later".formatted(url, why));
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

  /// Follows redirects as far as a crawl would.
  private FetchResult get(String url) throws InterruptedException {
    List<String> hops = new ArrayList<>();
    String next = url;
    while (true) {
      if (asked) {
        Thread.sleep(settings.defaultDelay());
      }
      asked = true;
      FetchResult result = fetcher.fetch(FetchRequest.of(next, settings.maxPageBytes()));
      if (!(result instanceof FetchResult.Redirect redirect)) {
        return result;
      }
      hops.add(next);
      Optional<FetchResult.Failed> refused =
          Redirects.refuse(hops, redirect.target(), settings.maxRedirects());
      if (refused.isPresent()) {
        return refused.get();
      }
      next = redirect.target();
    }
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
