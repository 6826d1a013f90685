package dev.civicwire.app.bench;

import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.extract.Extraction;
import dev.civicwire.ingest.extract.PageExtractor;
import dev.civicwire.ingest.extract.eval.BareParse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// The extractor alone, on one thread, over saved pages that are read into memory before: several
/// passes, and between them passes of the HTML parser alone.
public final class ExtractBench {
  private static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");

  /// What the JVM allocates beside a page weighs too much on smaller ones, in bytes.
  private static final int TELLING = 10_000;

  /// A page and its bytes.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Saved(FetchedPage page, byte[] bytes) {}

  private final List<Saved> pages;
  private final PageExtractor extractor = PageExtractor.forFiles();

  private ExtractBench(List<Saved> pages) {
    this.pages = pages;
  }

  /// The pages below a folder: `.html` and `.htm`, `.gz` or plain, in the order of their names.
  ///
  /// @throws IOException where the folder or a file of it cannot be read
  public static ExtractBench of(Path folder) throws IOException {
    List<Saved> pages = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file :
          walk.filter(f -> f.toString().matches("(?i).*\\.html?(\\.gz)?")).sorted().toList()) {
        pages.add(read(file));
      }
    }
    return new ExtractBench(pages);
  }

  private static Saved read(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      byte[] bytes = in.readAllBytes();
      String url = "https://bench.example/" + file.getFileName();
      return new Saved(FetchedPage.ofBytes(url, bytes, AT), bytes);
    } catch (IOException e) {
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /// How many pages there are.
  public int pages() {
    return pages.size();
  }

  /// Extracts each page `passes` times, after `warmUpSeconds` of CPU time on them and a fifth of
  /// that on the parser alone.
  public ExtractFigures run(double warmUpSeconds, int passes) {
    UnitCosts.warmUp(pages::iterator, warmUpSeconds / 5, this::parse);
    int warm = UnitCosts.warmUp(pages::iterator, warmUpSeconds, this::extract);
    List<UnitCosts> extracts = new ArrayList<>();
    List<UnitCosts> parses = new ArrayList<>();
    for (int pass = 0; pass < passes; pass++) {
      parses.add(UnitCosts.measure(pages.iterator(), this::parse));
      extracts.add(UnitCosts.measure(pages.iterator(), this::extract));
    }
    long bytes = pages.stream().mapToLong(page -> page.bytes.length).sum();
    return ExtractFigures.of(warm, refused(), bytes, extracts, parses, allocation(bytes));
  }

  private long refused() {
    return pages.stream()
        .filter(saved -> extractor.extract(saved.page, "bench") instanceof Extraction.Refused)
        .count();
  }

  private ExtractFigures.Allocation allocation(long bytes) {
    long all = 0;
    double most = 0;
    for (Saved saved : pages) {
      long before = UnitCosts.allocated();
      extract(saved);
      long own = UnitCosts.allocated() - before;
      all += own;
      boolean telling = saved.bytes.length >= TELLING;
      most = telling ? Math.max(most, (double) own / saved.bytes.length) : most;
    }
    return new ExtractFigures.Allocation(bytes == 0 ? 0 : (double) all / bytes, most);
  }

  private void extract(Saved saved) {
    extractor.extract(saved.page, "bench");
  }

  private void parse(Saved saved) {
    BareParse.elements(saved.bytes, saved.page.url());
  }
}
