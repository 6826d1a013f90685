package dev.civicwire.ingest.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// `index.tsv`: one line a response with article id (`-` where it gave none), file, first byte and
/// the byte behind the record.
final class ArchiveIndex {
  private static final String NONE = "-";
  private static final int COLUMNS = 4;

  private final Path file;

  ArchiveIndex(Path folder) {
    this.file = folder.resolve("index.tsv");
  }

  /// One response.
  record Line(String articleId, String warc, long start, long end) {
    String text() {
      return "%s\t%s\t%d\t%d".formatted(articleId, warc, start, end);
    }

    static Optional<Line> parse(String text) {
      String[] cells = text.split("\t");
      try {
        return cells.length == COLUMNS
            ? Optional.of(
                new Line(cells[0], cells[1], Long.parseLong(cells[2]), Long.parseLong(cells[3])))
            : Optional.empty();
      } catch (NumberFormatException e) {
        // A line that a crash cut.
        return Optional.empty();
      }
    }
  }

  void add(Optional<String> articleId, Path warc, long start, long end) throws IOException {
    Line line = new Line(articleId.orElse(NONE), warc.getFileName().toString(), start, end);
    Files.writeString(
        file, line.text() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  List<Line> lines() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    for (String text : Files.readAllLines(file)) {
      Line.parse(text).ifPresent(lines::add);
    }
    return lines;
  }

  /// The byte behind the last whole record of `warc`; empty where none is indexed.
  OptionalLong end(String warc) throws IOException {
    return lines().stream().filter(l -> l.warc().equals(warc)).mapToLong(Line::end).max();
  }

  /// Puts `fresh` in place of the lines of `warc`.
  void replace(String warc, List<Line> fresh) throws IOException {
    List<String> all = new ArrayList<>();
    lines().stream().filter(l -> !l.warc().equals(warc)).map(Line::text).forEach(all::add);
    fresh.stream().map(Line::text).forEach(all::add);
    Path next = file.resolveSibling("index.tsv.next");
    Files.write(next, all);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
