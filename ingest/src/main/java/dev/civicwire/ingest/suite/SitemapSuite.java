package dev.civicwire.ingest.suite;

import dev.civicwire.ingest.source.FoundLink;
import dev.civicwire.ingest.source.Reading;
import dev.civicwire.ingest.source.SitemapSource;
import dev.civicwire.ingest.source.SourceReader;
import dev.civicwire.ingest.source.UnreadableSourceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sitemaps of crawler-commons and trafilatura, with how many links and parts each holds and one of
/// them: `sitemaps.tsv`.
final class SitemapSuite {
  private static final String FOLDER = "sitemaps";

  private SitemapSuite() {}

  static List<SuiteResult> run(SuiteFolder suites) {
    if (!suites.has(FOLDER)) {
      return List.of();
    }
    SourceReader reader = new SitemapSource(Feeds.basics()).reader();
    Score score = new Score(FOLDER);
    for (String line : Rows.of("sitemaps.tsv")) {
      String[] row = line.split("\t");
      Path file = suites.root().resolve(FOLDER).resolve(row[0]);
      if (suites.has(FOLDER + "/" + row[0])) {
        String ours = describe(reader, SuiteFolder.bytes(file), row[3]);
        String right = "%s links, %s parts, %s".formatted(row[1], row[2], row[3]);
        score.add(ours.equals(right), "%s holds %s, not %s".formatted(row[0], ours, right));
      }
    }
    return List.of(score.result());
  }

  private static String describe(SourceReader reader, byte[] body, String sought) {
    try {
      Reading reading = reader.read(Feeds.page(body, Optional.empty(), "https://example.org/"));
      List<String> all = new ArrayList<>(reading.links().stream().map(FoundLink::url).toList());
      all.addAll(reading.nextPages());
      return "%d links, %d parts, %s"
          .formatted(
              reading.links().size(),
              reading.nextPages().size(),
              all.contains(sought) ? sought : "without " + sought);
    } catch (UnreadableSourceException e) {
      return "unreadable: " + e.getMessage();
    }
  }
}
