package dev.civicwire.ingest.crawl;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// What a run did.
///
/// @param sources counts by source, of those that had something due
/// @param took wall time
/// @param stopped true where it was stopped before it was done
public record CrawlReport(Map<String, SourceCounts> sources, Duration took, boolean stopped) {
  public CrawlReport {
    sources = Map.copyOf(sources);
  }

  /// All sources together.
  public SourceCounts total() {
    return sources.values().stream().reduce(SourceCounts.NONE, SourceCounts::plus);
  }

  /// Whether every source could be read and every page fetched.
  public boolean isClean() {
    return total().failures() == 0;
  }

  /// One line a source, for people.
  public String text() {
    StringBuilder out = new StringBuilder();
    new TreeMap<>(sources)
        .forEach(
            (name, c) ->
                out.append(
                    "%s: %d fetched, %d new, %d changed, %d unchanged, %d duplicate, %d moved,"
                            .formatted(
                                name,
                                c.fetched(),
                                c.articlesNew(),
                                c.articlesChanged(),
                                c.unchanged(),
                                c.duplicates(),
                                c.moved())
                        + " %d gone, %d forbidden, %d rejected, %d deferred, %d trapped, failed %s%n"
                            .formatted(
                                c.gone(),
                                c.forbidden(),
                                c.rejected(),
                                c.deferred(),
                                c.trapped(),
                                c.failed().isEmpty() ? "none" : new TreeMap<>(c.failed()))));
    return out.toString();
  }
}
