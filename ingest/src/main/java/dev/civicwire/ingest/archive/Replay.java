package dev.civicwire.ingest.archive;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.CrawlLog;
import dev.civicwire.contract.CrawlLog.CrawlBatch;
import dev.civicwire.contract.Rejection;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.crawl.Rejections;
import dev.civicwire.ingest.crawl.SafeExtraction;
import dev.civicwire.ingest.crawl.SourceHints;
import dev.civicwire.ingest.extract.Extraction;
import dev.civicwire.ingest.extract.Extractor;
import dev.civicwire.ingest.robots.RobotsTag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Makes articles from the saved responses of a WARC file, as the crawl would have made them, one
/// record at a time. Ids come from the canonical address, so that replaying twice changes nothing.
public final class Replay {
  private static final int BATCH = 25;

  private final Extractor extractor;
  private final CrawlLog log;
  private final Optional<String> source;
  private final Consumer<String> complaints;

  private final List<Article> articles = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private int pages;
  private int found;
  private int refused;

  /// @param source that the articles are said to come from; where it is empty, the one that the
  ///     archive names, or `replay`
  /// @param complaints hears one line for each part of the file that cannot be used
  public Replay(
      Extractor extractor, CrawlLog log, Optional<String> source, Consumer<String> complaints) {
    this.extractor = extractor;
    this.log = log;
    this.source = source;
    this.complaints = complaints;
  }

  /// Replays `path`: a `.warc`, a `.warc.gz`, or a folder of them, oldest first.
  ///
  /// @throws dev.civicwire.contract.StageException where a file cannot be opened or the log fails
  public ReplayReport replay(Path path) {
    pages = 0;
    found = 0;
    refused = 0;
    int passedOver = 0;
    int broken = 0;
    for (Path file : Files.isDirectory(path) ? ArchivePurge.files(path) : List.of(path)) {
      WarcPages warc = new WarcPages(file, complaints);
      warc.forEach(this::take);
      passedOver += warc.passedOver();
      broken += warc.broken();
    }
    commit();
    return new ReplayReport(pages, found, refused, passedOver, broken);
  }

  private void take(ArchivedPage archived) {
    FetchedPage page = archived.page();
    pages++;
    if (archived.duplicate()) {
      return;
    }
    if (RobotsTag.forbidsIndexing(page.robotsTags(), RobotsTag.OWN_NAME)) {
      refused++;
      return;
    }
    String from = source.or(archived::source).orElse("replay");
    switch (SafeExtraction.of(extractor, page, from)) {
      case Extraction.Found result -> {
        found++;
        articles.add(SourceHints.apply(result.article(), archived.published()));
      }
      case Extraction.Refused no -> {
        refused++;
        if (!no.reason().equals("noindex")) {
          rejections.add(Rejections.of(page, no.reason(), no.message(), page.fetchedAt()));
        }
      }
    }
    if (articles.size() + rejections.size() >= BATCH) {
      commit();
    }
  }

  private void commit() {
    if (articles.isEmpty() && rejections.isEmpty()) {
      return;
    }
    log.commit(new CrawlBatch(articles, List.of(), rejections));
    articles.clear();
    rejections.clear();
  }
}
