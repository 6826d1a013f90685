package dev.civicwire.app.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the tagger is known to get wrong on the sample site: `known-misses.txt`, a line each. The
/// list
/// is exact, so that neither a new mistake nor an improvement goes by unseen. To write it anew:
/// `mvn test -pl app -Dtest=SampleSiteEndToEndTest -Dcivicwire.known-misses=write`
final class KnownMisses {
  private static final String FILE = "known-misses.txt";
  private static final String PROPERTY = "civicwire.known-misses";
  private static final String HEAD =
      """
      # What the tagger is known to get wrong on the sample site: page, type, value, tabs between.
      # A type with + before it: found though nothing like it is expected. %d lines. To write it anew:
      # mvn test -pl app -Dtest=SampleSiteEndToEndTest -Dcivicwire.known-misses=write
      """;

  private KnownMisses() {}

  /// The listed ones.
  static List<String> listed() {
    try (InputStream in = KnownMisses.class.getResourceAsStream("/" + FILE)) {
      if (in == null) {
        return List.of();
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether the list is to be written instead of being held against the result.
  static boolean toBeWritten() {
    return "write".equals(System.getProperty(PROPERTY));
  }

  /// Writes the list into the source folder.
  static void write(List<String> misses) throws IOException {
    List<String> lines = new ArrayList<>(HEAD.formatted(misses.size()).lines().toList());
    lines.addAll(misses);
    Path folder = Path.of(System.getProperty("basedir", "."), "src", "test", "resources");
    Files.createDirectories(folder);
    Files.write(folder.resolve(FILE), lines);
  }
}
