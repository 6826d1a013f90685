package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlLog;
import dev.civicwire.contract.CrawlShares;
import dev.civicwire.contract.CrawlState;
import dev.civicwire.contract.CrawlState.OfLink;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One crawl's share of two parts, in memory: hosts whose names end in an odd digit are in the
/// second one. What is committed goes to the part of its host.
///
/// @param own the part that this crawl has
/// @param logs of both parts, the same for both crawls
record SharesTwin(int own, List<CrawlLogTwin> logs, Set<OfLink> told) implements CrawlShares {
  SharesTwin(int own, List<CrawlLogTwin> logs) {
    this(own, logs, new HashSet<>());
  }

  @Override
  public void poll(Duration patience, Holder holder) {
    if (!holder.holds(own)) {
      holder.gained(own, new PartLog());
    }
    for (OfLink link : links()) {
      if (told.add(link)) {
        holder.told(own, link);
      }
    }
  }

  private List<OfLink> links() {
    return logs.get(own).newest(OfLink.class);
  }

  @Override
  public int part(String host) {
    return host.isEmpty() ? 0 : (host.charAt(host.length() - 1) - '0') % 2;
  }

  @Override
  public boolean isCertain() {
    return true;
  }

  private final class PartLog implements CrawlLog {
    @Override
    public void load(StateReader reader) {
      // What comes between is told once all the same.
      synchronized (logs.get(own)) {
        logs.get(own).load(reader);
        told.addAll(links());
      }
    }

    @Override
    public Optional<Article> article(String id, String url) {
      return logs.get(own).article(id, url);
    }

    @Override
    public void commit(CrawlBatch batch) {
      for (int part = 0; part < logs.size(); part++) {
        boolean isOwn = part == own;
        logs.get(part)
            .commit(
                new CrawlBatch(
                    isOwn ? batch.articles() : List.of(),
                    of(part, batch.states()),
                    isOwn ? batch.rejections() : List.of(),
                    of(part, batch.forgotten())));
      }
    }

    private List<CrawlState> of(int part, List<CrawlState> states) {
      return states.stream().filter(state -> part(state.host()) == part).toList();
    }
  }
}
