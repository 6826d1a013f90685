package dev.civicwire.app.command;

import dev.civicwire.contract.topic.KafkaCrawlShares;
import dev.civicwire.ingest.crawl.CrawlEvent;
import dev.civicwire.ingest.crawl.CrawlListener;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// Counts what happens while crawling, for Prometheus: `civicwire_crawl_events_total{kind="…"}`.
final class CrawlMeters implements CrawlListener {
  private final CrawlListener next;
  private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);

  /// @param next hears every event too
  CrawlMeters(CrawlListener next) {
    this.next = next;
    for (Kind kind : Kind.values()) {
      counts.put(kind, new LongAdder());
    }
  }

  private enum Kind {
    SOURCE_READ,
    SOURCE_FAILED,
    SOURCE_MOVED,
    SOURCE_DONE,
    FETCHED,
    ARTICLE_NEW,
    ARTICLE_CHANGED,
    UNCHANGED,
    REFUSED,
    FORBIDDEN,
    GONE,
    MOVED,
    FAILED,
    DEFERRED,
    TRAPPED,
    SITEMAP_RETIRED
  }

  @Override
  public void on(CrawlEvent event) {
    LongAdder count = counts.get(kind(event));
    if (count != null) {
      count.increment();
    }
    next.on(event);
  }

  private static Kind kind(CrawlEvent event) {
    return switch (event) {
      case CrawlEvent.SourceRead e -> Kind.SOURCE_READ;
      case CrawlEvent.SourceFailed e -> Kind.SOURCE_FAILED;
      case CrawlEvent.SourceMoved e -> Kind.SOURCE_MOVED;
      case CrawlEvent.SourceDone e -> Kind.SOURCE_DONE;
      case CrawlEvent.Fetched e -> Kind.FETCHED;
      case CrawlEvent.ArticleFound e -> e.changed() ? Kind.ARTICLE_CHANGED : Kind.ARTICLE_NEW;
      case CrawlEvent.Nothing e -> Kind.UNCHANGED;
      case CrawlEvent.Refused e -> Kind.REFUSED;
      case CrawlEvent.Forbidden e -> Kind.FORBIDDEN;
      case CrawlEvent.Gone e -> Kind.GONE;
      case CrawlEvent.Moved e -> Kind.MOVED;
      case CrawlEvent.Failed e -> Kind.FAILED;
      case CrawlEvent.Deferred e -> Kind.DEFERRED;
      case CrawlEvent.Trapped e -> Kind.TRAPPED;
      case CrawlEvent.SitemapRetired e -> Kind.SITEMAP_RETIRED;
    };
  }

  /// Registers the counts.
  void register(MeterRegistry registry) {
    counts.forEach(
        (kind, count) ->
            FunctionCounter.builder("civicwire.crawl.events", count, LongAdder::sum)
                .tag("kind", kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .register(registry));
  }

  /// The same, and how many of the hosts' parts this process has.
  void register(MeterRegistry registry, KafkaCrawlShares shares) {
    register(registry);
    Gauge.builder("civicwire.crawl.parts", shares, KafkaCrawlShares::held)
        .description("Parts of the hosts crawled by this process")
        .register(registry);
  }
}
