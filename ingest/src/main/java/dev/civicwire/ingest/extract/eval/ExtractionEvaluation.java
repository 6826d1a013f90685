package dev.civicwire.ingest.extract.eval;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.extract.Extraction;
import dev.civicwire.ingest.extract.PageExtractor;
import dev.civicwire.ingest.extract.TrainingPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Scores this extractor and its peers on folders of pages with gold (`SET/gold.jsonl` beside the
/// HTML), in one process and on one thread. Bodies of pages that the block model was trained on
/// flatter it: `train blocks` gives its figures cross-validated by site.
public final class ExtractionEvaluation {
  private static final Instant AT = Instant.parse("2026-11-22T00:00:00Z");

  /// How many folders deep sets are looked for.
  private static final int DEPTH = 2;

  /// Pages that are read before the clock counts.
  private static final int WARM_UP = 60;

  private final PageExtractor extractor = PageExtractor.forFiles();
  private final List<PeerExtractor> peers;

  /// @param peers to be measured beside this extractor
  public ExtractionEvaluation(List<PeerExtractor> peers) {
    this.peers = List.copyOf(peers);
  }

  /// Scores each set below `root`, or `root` itself where it is a set; a table a set goes to `out`.
  ///
  /// @throws StageException where there is no set
  /// @throws IOException where a page cannot be read
  public void run(Path root, Consumer<String> out) throws IOException {
    List<Path> sets = sets(root);
    if (sets.isEmpty()) {
      throw new StageException("no gold.jsonl in " + root + " or in a folder below it");
    }
    List<GoldPage> first = GoldPage.read(sets.getFirst());
    for (GoldPage page : first.subList(0, Math.min(WARM_UP, first.size()))) {
      byte[] html = page.html();
      extract(page, html);
      peers.forEach(peer -> safely(peer, TrainingPage.decode(html), page.url()));
    }
    for (Path set : sets) {
      score(set, out);
    }
  }

  private static List<Path> sets(Path root) throws IOException {
    try (Stream<Path> folders = Files.walk(root, DEPTH)) {
      return folders.filter(f -> Files.exists(f.resolve("gold.jsonl"))).sorted().toList();
    }
  }

  private void score(Path set, Consumer<String> out) throws IOException {
    List<GoldPage> pages = GoldPage.read(set);
    SystemScore own = new SystemScore();
    List<SystemScore> others = peers.stream().map(peer -> new SystemScore()).toList();
    for (GoldPage page : pages) {
      byte[] html = page.html();
      long start = System.nanoTime();
      Answer answer = extract(page, html);
      own.add(page, answer, since(start));
      String decoded = peers.isEmpty() ? "" : TrainingPage.decode(html);
      for (int at = 0; at < peers.size(); at++) {
        long begin = System.nanoTime();
        Answer theirs = safely(peers.get(at), decoded, page.url());
        others.get(at).add(page, theirs, since(begin));
      }
    }
    out.accept(set.getFileName() + ", " + pages.size() + " pages");
    out.accept(SystemScore.header());
    out.accept(own.row("civicwire", pages.size()));
    for (int at = 0; at < peers.size(); at++) {
      out.accept(others.get(at).row(peers.get(at).name(), pages.size()));
    }
    for (String line : comparisons(own, others)) {
      out.accept(line);
    }
  }

  private List<String> comparisons(SystemScore own, List<SystemScore> others) {
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < peers.size() && !own.bodies.isEmpty(); at++) {
      lines.add(PairedBootstrap.compare(peers.get(at).name(), own.bodies, others.get(at).bodies));
    }
    return lines;
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private Answer extract(GoldPage page, byte[] html) {
    return switch (extractor.extract(FetchedPage.ofBytes(page.url(), html, AT), "eval")) {
      case Extraction.Refused refused -> Answer.NONE;
      case Extraction.Found(Article article) ->
          new Answer(
              article.text(),
              Optional.of(article.title()).filter(title -> !title.isEmpty()),
              article.authors(),
              article.published().map(PartialDate::value));
    };
  }

  /// A peer that fails on a page has found nothing there.
  private static Answer safely(PeerExtractor peer, String html, String url) {
    try {
      return peer.extract(html, url);
    } catch (RuntimeException | StackOverflowError e) {
      return Answer.NONE;
    }
  }
}
