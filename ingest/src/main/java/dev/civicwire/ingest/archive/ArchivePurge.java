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
/// `retracted.txt`. A purge that a crash cut is finished by the next one. Safe beside a crawl and
/// other purges of the same folder.
public final class ArchivePurge {
  static final String PENDING = "retracted.txt";

  /// Beside a file whose successor is whole: the lines that are the file's from then on.
  static final String JOURNAL = ".purge";

  /// Ends a successor that is being written.
  static final String NEXT = ".next";

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
      try (ArchiveLock _ = ArchiveLock.take(folder)) {
        Files.write(
            folder.resolve(PENDING),
            articleIds,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      }
      return purge();
    } catch (IOException e) {
      throw new StageException(
          "the archive in %s cannot be purged (%s); repeat the command"
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  /// Purges every file that nobody is writing. The lock is held for a file at a time, so that a
  /// crawl, which waits for it, goes on between two of them.
  Purged purge() throws IOException {
    Set<String> ids;
    Set<String> files = new HashSet<>();
    try (ArchiveLock _ = ArchiveLock.take(folder)) {
      finishWhatACrashCut();
      ids = pending();
      index.lines().stream()
          .filter(line -> ids.contains(line.articleId()))
          .forEach(line -> files.add(line.warc()));
    }
    int records = 0;
    int held = 0;
    for (String warc : files) {
      try (ArchiveLock _ = ArchiveLock.take(folder)) {
        if (WritingMark.isHeld(folder, warc)) {
          held++;
        } else {
          records += purge(warc, ids);
        }
      }
    }
    if (held == 0 && !ids.isEmpty()) {
      forget(ids);
    }
    return new Purged(records, held);
  }

  /// What was added meanwhile is another purge's, and all is left to that one.
  private void forget(Set<String> ids) throws IOException {
    try (ArchiveLock _ = ArchiveLock.take(folder)) {
      if (pending().equals(ids)) {
        Files.deleteIfExists(folder.resolve(PENDING));
      }
    }
  }

  /// Articles that are to go.
  Set<String> pending() throws IOException {
    Path file = folder.resolve(PENDING);
    return Files.exists(file) ? Set.copyOf(Files.readAllLines(file)) : Set.of();
  }

  private int purge(String warc, Set<String> ids) throws IOException {
    Path file = folder.resolve(warc);
    if (!Files.exists(file)) {
      // The operator has deleted it: its lines go too.
      index.replace(warc, List.of());
      return 0;
    }
    List<ArchiveIndex.Line> lines =
        index.lines().stream().filter(line -> line.warc().equals(warc)).toList();
    if (lines.stream().noneMatch(line -> ids.contains(line.articleId()))) {
      // Another purge was here first.
      return 0;
    }
    List<ArchiveIndex.Line> kept = copyKept(file, lines, ids);
    ArchiveIndex.write(
        folder.resolve(warc + JOURNAL), kept.stream().map(ArchiveIndex.Line::text).toList());
    finish(warc);
    return lines.size() - kept.size();
  }

  /// Writes the successor of a file; gives the lines of what it holds.
  private static List<ArchiveIndex.Line> copyKept(
      Path file, List<ArchiveIndex.Line> lines, Set<String> ids) throws IOException {
    List<ArchiveIndex.Line> kept = new ArrayList<>();
    try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ);
        FileChannel to =
            FileChannel.open(
                file.resolveSibling(file.getFileName() + NEXT),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      // Each record is packed by itself, so that what is between two removed ones is copied as is.
      copy(from, 0, lines.getFirst().start(), to);
      for (ArchiveIndex.Line line : lines) {
        if (!ids.contains(line.articleId())) {
          long start = to.position();
          copy(from, line.start(), line.end(), to);
          kept.add(new ArchiveIndex.Line(line.articleId(), line.warc(), start, to.position()));
        }
      }
      to.force(true);
    }
    return kept;
  }

  private static void copy(FileChannel from, long start, long end, FileChannel to)
      throws IOException {
    for (long at = start; at < end; ) {
      long copied = from.transferTo(at, end - at, to);
      if (copied == 0) {
        throw new IOException("a file is shorter than index.tsv says: delete or restore it");
      }
      at += copied;
    }
  }

  private void finishWhatACrashCut() throws IOException {
    try (Stream<Path> journals = Files.list(folder)) {
      List<String> names =
          journals
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(JOURNAL))
              .toList();
      for (String name : names) {
        finish(name.substring(0, name.length() - JOURNAL.length()));
      }
    }
  }

  /// Puts the successor and its lines in place. Each step may be done twice, so that a crash
  /// between them does no harm.
  private void finish(String warc) throws IOException {
    Path journal = folder.resolve(warc + JOURNAL);
    Path next = folder.resolve(warc + NEXT);
    if (Files.exists(next)) {
      Files.move(
          next,
          folder.resolve(warc),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    index.replace(warc, ArchiveIndex.read(journal));
    Files.delete(journal);
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
