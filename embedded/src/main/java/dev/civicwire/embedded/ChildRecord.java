package dev.civicwire.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The note in a data folder about the child that works on it.
///
/// A child outlives a killed parent for the seconds that its orderly stop takes. The next start
/// waits for it here, and ends it when it does not go.
///
/// @param file where the note is
record ChildRecord(Path file) {
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  static ChildRecord in(DataFolder folder) {
    return new ChildRecord(folder.root().resolve("child"));
  }

  void write(ProcessHandle child) throws IOException {
    Files.writeString(file, child.pid() + " " + started(child));
  }

  /// Returns when no earlier child works on the folder any more.
  void awaitGone() throws IOException {
    Optional<ProcessHandle> orphan = read();
    if (orphan.isPresent() && !gone(orphan.get())) {
      orphan.get().destroyForcibly();
      gone(orphan.get());
    }
    Files.deleteIfExists(file);
  }

  /// A pid is used again sooner or later, a pid with its start time is not.
  private Optional<ProcessHandle> read() throws IOException {
    try {
      String[] words = Files.readString(file).split(" ", 2);
      return ProcessHandle.of(Long.parseLong(words[0]))
          .filter(process -> words.length == 2 && started(process).equals(words[1]));
    } catch (NoSuchFileException | NumberFormatException noChild) {
      return Optional.empty();
    }
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }

  private static boolean gone(ProcessHandle process) {
    return process
        .onExit()
        .thenApply(ended -> true)
        .completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }
}
