package dev.civicwire.app.pipeline;

import dev.civicwire.contract.StageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Sources that the operator holds: a file in the data folder, one name a line, which a crawl heeds
/// within a second. Safe for threads.
public final class HeldSources implements Predicate<String> {
  private static final FileTime NEVER = FileTime.fromMillis(0);

  private final Path folder;
  private final Path file;
  private FileTime read = NEVER;
  private Set<String> names = Set.of();

  public HeldSources(Path dataFolder) {
    this.folder = dataFolder;
    this.file = dataFolder.resolve("held-sources.txt");
  }

  @Override
  public synchronized boolean test(String source) {
    try {
      FileTime changed = Files.exists(file) ? Files.getLastModifiedTime(file) : NEVER;
      if (!changed.equals(read)) {
        names = names();
        read = changed;
      }
      return names.contains(source);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /// Holds or releases a source. Readers see the file as it was or as it is; of several commands at
  /// once none undoes the other's.
  ///
  /// @return false where it was so already
  public synchronized boolean set(String source, boolean held) {
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve("held-sources.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        Set<String> next = new TreeSet<>(names());
        if (!(held ? next.add(source) : next.remove(source))) {
          return false;
        }
        Path fresh = folder.resolve("held-sources.txt.next");
        Files.write(fresh, next);
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private Set<String> names() throws IOException {
    return Files.exists(file) ? Set.copyOf(Files.readAllLines(file)) : Set.of();
  }

  private StageException failure(IOException e) {
    return new StageException("%s cannot be used: %s".formatted(file, e), e);
  }
}
