package dev.civicwire.app.bench;

import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.extract.Extraction;
import dev.civicwire.ingest.extract.PageExtractor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// The extractor alone, on one thread, over saved pages. Reading and unpacking a file is not
/// measured.
public final class ExtractBench {
  private static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");

  private final List<Path> files;
  private final PageExtractor extractor = new PageExtractor();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  private ExtractBench(List<Path> files) {
    this.files = files;
  }

  /// The pages below a folder: `.html` and `.htm`, `.gz` or plain, in the order of their names.
  ///
  /// @throws IOException where the folder cannot be read
  public static ExtractBench of(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return new ExtractBench(
          walk.filter(file -> file.toString().matches("(?i).*\\.html?(\\.gz)?")).sorted().toList());
    }
  }

  /// How many pages there are.
  public int pages() {
    return files.size();
  }

  /// Pages that the extractor refused in the measured pass.
  public long refused() {
    return refused.get();
  }

  /// Extracts each page once, after `warmUpSeconds` of CPU time on them.
  public UnitFigures run(double warmUpSeconds) {
    int warm = UnitCosts.warmUp(this::read, warmUpSeconds, this::extract);
    refused.set(0);
    bytes.set(0);
    UnitCosts costs = UnitCosts.measure(read(), this::extract);
    return UnitFigures.of("extract", warm, costs, bytes.get());
  }

  private Iterator<FetchedPage> read() {
    return files.stream().map(this::page).iterator();
  }

  private FetchedPage page(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      byte[] body = in.readAllBytes();
      bytes.addAndGet(body.length);
      return FetchedPage.ofBytes("https://bench.example/" + file.getFileName(), body, AT);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private void extract(FetchedPage page) {
    if (extractor.extract(page, "bench") instanceof Extraction.Refused) {
      refused.incrementAndGet();
    }
  }
}
