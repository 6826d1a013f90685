package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlLog;
import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.CrawlState.OfSource;
import dev.civicwire.contract.CrawlState.OfUrl;
import dev.civicwire.contract.Rejection;
import dev.civicwire.contract.StageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The hand-over of the crawl, in memory: what a test reads after a run, and what the next run
/// loads.
public final class CrawlLogTwin implements CrawlLog {
  private final List<CrawlBatch> batches = new ArrayList<>();
  private final Map<String, CrawlState> states = new LinkedHashMap<>();
  private int commitsBeforeFailure = Integer.MAX_VALUE;

  @Override
  public synchronized void load(StateReader reader) {
    states.values().forEach(reader::put);
  }

  @Override
  public synchronized Optional<Article> article(String id, String url) {
    return articles().reversed().stream().filter(a -> a.id().equals(id)).findFirst();
  }

  @Override
  public synchronized void commit(CrawlBatch batch) {
    if (batches.size() >= commitsBeforeFailure) {
      throw new StageException("the log is gone");
    }
    batches.add(batch);
    batch.states().forEach(state -> states.put(state.key(), state));
    batch.forgotten().forEach(state -> states.remove(state.key()));
  }

  synchronized void failAfter(int commits) {
    commitsBeforeFailure = commits;
  }

  synchronized List<CrawlBatch> batches() {
    return List.copyOf(batches);
  }

  public synchronized List<Article> articles() {
    return batches.stream().flatMap(b -> b.articles().stream()).toList();
  }

  public synchronized List<Rejection> rejections() {
    return batches.stream().flatMap(b -> b.rejections().stream()).toList();
  }

  synchronized Optional<OfUrl> page(String url) {
    return Optional.ofNullable((OfUrl) states.get("url " + url));
  }

  synchronized String outcome(String url) {
    return page(url).map(OfUrl::outcome).orElse("unknown");
  }

  synchronized String detail(String url) {
    return page(url).flatMap(OfUrl::detail).orElse("");
  }

  synchronized OfSource source(String name) {
    return (OfSource) Optional.ofNullable(states.get("source " + name)).orElseThrow();
  }

  synchronized <T extends CrawlState> List<T> newest(Class<T> kind) {
    return states.values().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
