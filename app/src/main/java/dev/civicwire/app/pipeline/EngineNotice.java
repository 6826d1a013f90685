package dev.civicwire.app.pipeline;

import dev.civicwire.contract.Json;
import dev.civicwire.contract.StageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// Where other processes on the data folder find an embedded engine; one file an engine, since
/// each may be run by another process.
///
/// @param pid of the process that runs it
/// @param started when that process did, in ms since 1970, since pids are used again; 0 = unknown
/// @param port on loopback
record EngineNotice(long pid, long started, int port) {
  /// The system reckons the start from its clock, which may be set meanwhile.
  private static final long CLOCK_STEP_MS = 3000;

  /// The address of the engine that `file` tells of, if the process that runs it lives. Whether the
  /// engine answers is seen later: one that is just being started again must not get a twin.
  static Optional<String> address(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(Json.mapper().readValue(file.toFile(), EngineNotice.class))
              .filter(EngineNotice::isAlive)
              .map(notice -> "127.0.0.1:" + notice.port())
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /// Tells that this process runs the engine on `port`.
  static void publish(Path file, int port) {
    ProcessHandle self = ProcessHandle.current();
    EngineNotice mine = new EngineNotice(self.pid(), startOf(self), port);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, Json.mapper().writeValueAsString(mine) + "\n");
    } catch (IOException e) {
      throw new StageException(
          "cannot write " + file + ": check the folder's mode and free space", e);
    }
  }

  /// Takes this process' notice back.
  static void withdraw(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }

  private boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(process -> Math.abs(startOf(process) - started) < CLOCK_STEP_MS)
        .isPresent();
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
