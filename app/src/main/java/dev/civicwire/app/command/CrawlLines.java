package dev.civicwire.app.command;

import dev.civicwire.app.pipeline.Progress;
import dev.civicwire.ingest.crawl.CrawlEvent;
import dev.civicwire.ingest.crawl.CrawlListener;

/// What happens while crawling, as lines for a person.
final class CrawlLines implements CrawlListener {
  private final Progress progress;

  CrawlLines(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void on(CrawlEvent event) {
    switch (event) {
      case CrawlEvent.SourceRead e ->
          say(e, "%s: %d links, %d to look at".formatted(e.url(), e.links(), e.due()));
      case CrawlEvent.SourceFailed e -> say(e, e.url() + " cannot be read: " + e.reason());
      case CrawlEvent.SourceMoved e ->
          say(
              e,
              "%s has moved for good: give %s in the sources file".formatted(e.url(), e.target()));
      case CrawlEvent.ArticleFound e ->
          say(e, (e.changed() ? "changed: " : "article: ") + e.title());
      case CrawlEvent.Refused e -> say(e, e.url() + " refused: " + e.message());
      case CrawlEvent.Forbidden e -> say(e, e.url() + " is not for crawlers: " + e.why());
      case CrawlEvent.Gone e -> say(e, e.url() + " is gone (" + e.status() + ")");
      case CrawlEvent.Moved e -> say(e, e.url() + " moved to " + e.target());
      case CrawlEvent.Failed e -> say(e, e.url() + " failed: " + e.reason() + " " + e.detail());
      case CrawlEvent.Trapped e -> say(e, e.url() + " looks like a trap: " + e.why());
      case CrawlEvent.Deferred e -> say(e, e.url() + " left for later: " + e.why());
      case CrawlEvent.SitemapRetired e ->
          say(
              e,
              e.url()
                  + (e.outcome().equals("gone") ? " is gone" : " has had nothing new for long")
                  + ": not asked any more unless its index says that it has changed");
      case CrawlEvent.Fetched e -> {}
      case CrawlEvent.Nothing e -> {}
      case CrawlEvent.SourceDone e -> {}
    }
  }

  private void say(CrawlEvent event, String text) {
    progress.line("[" + event.source() + "] " + text);
  }
}
