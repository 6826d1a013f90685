package dev.civicwire.app.pipeline;

import dev.civicwire.contract.StageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A stage process' stable name: the first number on this machine that no live process of the stage
/// holds. A process that was killed frees its number at once, so its successor gets the same name
/// and ends the transaction that was left open.
public final class Slot implements AutoCloseable {
  private static final int MAX = 1000;

  private final String name;
  private final FileChannel channel;
  private final FileLock lock;

  private Slot(String name, FileChannel channel, FileLock lock) {
    this.name = name;
    this.channel = channel;
    this.lock = lock;
  }

  /// Takes the first free slot of `stage`.
  ///
  /// @param data folder that the processes of this machine share
  public static Slot take(Path data, String stage) {
    Path folder = data.resolve("slots");
    try {
      Files.createDirectories(folder);
      for (int n = 0; n < MAX; n++) {
        FileChannel channel =
            FileChannel.open(
                folder.resolve(stage + "-" + n + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock != null) {
          return new Slot(stage + "-" + host() + "-" + n, channel, lock);
        }
        channel.close();
      }
      throw new StageException(
          "all " + MAX + " slots of " + stage + " in " + folder + " are taken");
    } catch (IOException e) {
      throw new StageException(
          "cannot write to " + folder + ": check its mode and free space, or use --data", e);
    }
  }

  private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel)
      throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  /// Such as `enrich-host-0`.
  public String name() {
    return name;
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      // The lock ends with the process in any case.
      return;
    }
  }
}
