package dev.civicwire.app.pipeline;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlLog;
import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.topic.Retraction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A crawl log that never publishes again what was retracted, although its page is still there and
/// may change. Retractions are known as of the last [#load()].
public final class RetractionAwareLog implements CrawlLog {
  private final CrawlLog log;
  private final Retraction retraction;
  private Set<String> retracted = Set.of();

  public RetractionAwareLog(CrawlLog log, Retraction retraction) {
    this.log = log;
    this.retraction = retraction;
  }

  @Override
  public List<CrawlState> load() {
    retracted = Set.copyOf(retraction.retractedIds());
    return log.load();
  }

  @Override
  public Optional<Article> article(String id, String url) {
    return retracted.contains(id) ? Optional.empty() : log.article(id, url);
  }

  @Override
  public void commit(CrawlBatch batch) {
    List<Article> articles =
        batch.articles().stream().filter(article -> !retracted.contains(article.id())).toList();
    log.commit(new CrawlBatch(articles, batch.states(), batch.rejections()));
  }
}
