package dev.civicwire.ingest.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    return Files.exists(file) ? read(file) : List.of();
  }

  static List<Line> read(Path file) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (String text : Files.readAllLines(file)) {
      Line.parse(text).ifPresent(lines::add);
    }
    return lines;
  }

  /// The byte behind the last whole record of each file that has one.
  Map<String, Long> ends() throws IOException {
    Map<String, Long> ends = new HashMap<>();
    lines().forEach(line -> ends.merge(line.warc(), line.end(), Math::max));
    return ends;
  }

  /// Puts `fresh` in place of the lines of `warc`.
  void replace(String warc, List<Line> fresh) throws IOException {
    List<String> all = new ArrayList<>();
    lines().stream().filter(l -> !l.warc().equals(warc)).map(Line::text).forEach(all::add);
    fresh.stream().map(Line::text).forEach(all::add);
    write(file, all);
  }

  /// Writes all of a file or nothing.
  static void write(Path file, List<String> lines) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.write(next, lines);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
