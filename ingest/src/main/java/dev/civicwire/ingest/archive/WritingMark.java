package dev.civicwire.ingest.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Says that a file of an archive is being written: a lock on a file beside it, which ends with its
/// process.
final class WritingMark implements AutoCloseable {
  private static final String ENDING = ".writing";

  private final Path path;
  private final FileChannel channel;

  private WritingMark(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static WritingMark of(Path warc) throws IOException {
    Path path = warc.resolveSibling(warc.getFileName() + ENDING);
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      channel.lock();
      return new WritingMark(path, channel);
    } catch (IOException | OverlappingFileLockException e) {
      channel.close();
      throw e;
    }
  }

  /// Whether a process, this one or another, is writing that file.
  static boolean isHeld(Path folder, String warc) throws IOException {
    Path path = folder.resolve(warc + ENDING);
    if (!Files.exists(path)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
        @SuppressWarnings("try")
            FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
    channel.close();
  }
}
