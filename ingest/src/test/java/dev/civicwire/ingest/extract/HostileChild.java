package dev.civicwire.ingest.extract;

import dev.civicwire.ingest.FetchedPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// Extracts the pages that its arguments name, one after the other, in a JVM of its own whose heap
/// its parent has chosen; a line each.
final class HostileChild {
  private HostileChild() {}

  public static void main(String[] files) throws java.io.IOException {
    PageExtractor extractor = new PageExtractor();
    for (String file : files) {
      byte[] bytes = Files.readAllBytes(Path.of(file));
      FetchedPage page =
          FetchedPage.ofBytes(
              "https://hostile.example/x", bytes, Instant.parse("2026-11-22T12:00:00Z"));
      String outcome =
          switch (extractor.extract(page, "test")) {
            case Extraction.Found found -> "found " + found.article().text().length();
            case Extraction.Refused refused -> "refused " + refused.reason();
          };
      System.out.println(Path.of(file).getFileName() + " " + outcome);
    }
  }
}
