package dev.civicwire.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One engine's own folder: its data, settings, logs and temporary files, and who uses it.
///
/// @param root the absolute path of the folder
record DataFolder(Path root) {
  /// Below this an engine stops in the middle of its work instead of at its start.
  static final long NEEDED_MEGABYTES = 200;

  DataFolder {
    root = root.toAbsolutePath().normalize();
  }

  Path data() {
    return root.resolve("data");
  }

  Path settings() {
    return root.resolve("settings");
  }

  Path logs() {
    return root.resolve("logs");
  }

  /// Where a node may be told to put copies of its indexes.
  Path snapshots() {
    return root.resolve("snapshots");
  }

  /// What a child prints: not among the logs, which are another user's when root starts a node.
  Path console() {
    return root.resolve("console.log");
  }

  Path temporary() {
    return root.resolve("tmp");
  }

  /// Makes the folder and proves that it can be written, or says why not.
  void prepare(long neededMegabytes) {
    if (root.toString().contains(",")) {
      // Both engines read their data path as a list.
      throw new EngineException(
          "The data folder %s has a comma in its name. Choose another folder.".formatted(root));
    }
    try {
      Files.createDirectories(settings());
      Files.createDirectories(logs());
      Files.createDirectories(temporary());
      Path probe = Files.createTempFile(temporary(), "probe", "");
      Files.write(probe, new byte[4096]);
      Files.delete(probe);
      requireSpace(neededMegabytes);
    } catch (IOException failure) {
      throw notWritable(failure);
    }
  }

  private void requireSpace(long neededMegabytes) {
    long free = root.toFile().getUsableSpace() >> 20;
    if (free < neededMegabytes) {
      throw new EngineException(
          "The disk of the data folder %s is full: %d MB free, %d MB needed. Free some space or choose another folder."
              .formatted(root, free, neededMegabytes));
    }
  }

  EngineException notWritable(IOException failure) {
    return new EngineException(
        "The data folder %s cannot be written (%s). Choose a folder that this user may write, on a disk with space."
            .formatted(root, reason(failure)),
        failure);
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case AccessDeniedException denied -> "permission denied: " + denied.getFile();
      case FileAlreadyExistsException file -> "not a folder: " + file.getFile();
      case FileSystemException named when named.getReason() != null ->
          named.getReason() + ": " + named.getFile();
      default -> failure.toString();
    };
  }
}
