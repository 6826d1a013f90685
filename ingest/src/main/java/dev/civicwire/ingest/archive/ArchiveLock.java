package dev.civicwire.ingest.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// Only its holder changes an archive's index: a crawl that adds a line and a command that purges
/// would otherwise undo each other. Ends with its process.
final class ArchiveLock implements AutoCloseable {
  /// A purge copies files of a GiB while it holds the lock.
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(2);

  private final FileChannel channel;

  private ArchiveLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Waits for whoever holds it.
  ///
  /// @throws IOException where it was not free within ten minutes
  static ArchiveLock take(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("archive.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!isTaken(channel)) {
        if (System.nanoTime() > end) {
          throw new IOException(
              "another process has been changing it for " + PATIENCE.toMinutes() + " min");
        }
        Thread.sleep(BETWEEN_TRIES);
      }
      return new ArchiveLock(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    } catch (InterruptedException e) {
      channel.close();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while another process was changing it", e);
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Another thread of this process has it.
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
