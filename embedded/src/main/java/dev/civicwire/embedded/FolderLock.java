package dev.civicwire.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The claim of this process on a data folder; the operating system ends it with the process.
///
/// The holder's pid stands in a second file: on POSIX, reading and closing the locked file itself
/// would drop the lock of a holder in this same JVM.
record FolderLock(FileLock lock) implements AutoCloseable {

  static FolderLock take(DataFolder folder) {
    try {
      FileChannel channel =
          FileChannel.open(
              folder.root().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = attempt(channel);
      if (lock == null) {
        throw inUse(folder);
      }
      Files.writeString(holder(folder), Long.toString(ProcessHandle.current().pid()));
      return new FolderLock(lock);
    } catch (IOException failure) {
      throw folder.notWritable(failure);
    }
  }

  private static @Nullable FileLock attempt(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
      }
      return lock;
    } catch (OverlappingFileLockException heldByThisJvm) {
      // The channel stays open: closing it would release the other holder's lock.
      return null;
    }
  }

  private static EngineException inUse(DataFolder folder) throws IOException {
    return new EngineException(
        "The data folder %s is in use by process %s. Stop that process, or choose another folder."
            .formatted(folder.root(), pid(folder)));
  }

  private static String pid(DataFolder folder) throws IOException {
    try {
      return Files.readString(holder(folder)).strip();
    } catch (NoSuchFileException notYet) {
      return "(just starting)";
    }
  }

  private static Path holder(DataFolder folder) {
    return folder.root().resolve("lock.pid");
  }

  @Override
  public void close() {
    try {
      lock.acquiredBy().close();
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }
}
