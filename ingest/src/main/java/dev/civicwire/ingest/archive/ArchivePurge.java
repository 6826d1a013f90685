package dev.civicwire.ingest.archive;

import dev.civicwire.contract.StageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Takes articles out of an archive: their records are left out of files that are written anew. A
/// file that a crawl is writing is purged when it is closed; until then what is to go stands in
/// `retracted.txt`.
public final class ArchivePurge {
  static final String PENDING = "retracted.txt";

  private final Path folder;
  private final ArchiveIndex index;

  public ArchivePurge(Path folder) {
    this.folder = folder;
    this.index = new ArchiveIndex(folder);
  }

  /// What was done.
  ///
  /// @param records taken out
  /// @param pending files that a crawl is writing, purged when it closes them
  public record Purged(int records, int pending) {}

  /// Takes out all that gave the articles.
  ///
  /// @throws StageException where a file cannot be written
  public Purged remove(Set<String> articleIds) {
    if (!Files.isDirectory(folder)) {
      return new Purged(0, 0);
    }
    try {
      Files.write(
          folder.resolve(PENDING),
          articleIds,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      return purge();
    } catch (IOException e) {
      throw new StageException(
          "the archive in %s cannot be purged (%s); repeat the command"
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  /// Purges every file that nobody is writing.
  Purged purge() throws IOException {
    Set<String> ids = pending();
    if (ids.isEmpty()) {
      return new Purged(0, 0);
    }
    int records = 0;
    int held = 0;
    Set<String> files = new HashSet<>();
    index.lines().stream()
        .filter(line -> ids.contains(line.articleId()))
        .forEach(line -> files.add(line.warc()));
    for (String warc : files) {
      if (WritingMark.isHeld(folder, warc)) {
        held++;
      } else {
        records += purge(warc, ids);
      }
    }
    if (held == 0) {
      Files.delete(folder.resolve(PENDING));
    }
    return new Purged(records, held);
  }

  /// Articles that are to go.
  Set<String> pending() throws IOException {
    Path file = folder.resolve(PENDING);
    return Files.exists(file) ? Set.copyOf(Files.readAllLines(file)) : Set.of();
  }

  private int purge(String warc, Set<String> ids) throws IOException {
    Path file = folder.resolve(warc);
    Path next = folder.resolve(warc + ".next");
    List<ArchiveIndex.Line> lines =
        index.lines().stream().filter(line -> line.warc().equals(warc)).toList();
    List<ArchiveIndex.Line> kept = new ArrayList<>();
    try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ);
        FileChannel to =
            FileChannel.open(
                next,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      // Each record is packed by itself, so that what is between two removed ones is copied as is.
      copy(from, 0, lines.getFirst().start(), to);
      for (ArchiveIndex.Line line : lines) {
        if (!ids.contains(line.articleId())) {
          long start = to.position();
          copy(from, line.start(), line.end(), to);
          kept.add(new ArchiveIndex.Line(line.articleId(), warc, start, to.position()));
        }
      }
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    index.replace(warc, kept);
    return lines.size() - kept.size();
  }

  private static void copy(FileChannel from, long start, long end, FileChannel to)
      throws IOException {
    for (long at = start; at < end; ) {
      at += from.transferTo(at, end - at, to);
    }
  }

  /// The WARC files of a folder, oldest first.
  static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".warc.gz") || f.toString().endsWith(".warc"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new StageException("%s cannot be read: %s".formatted(folder, e.getMessage()), e);
    }
  }
}
