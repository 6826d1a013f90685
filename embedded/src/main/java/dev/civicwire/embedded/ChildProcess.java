package dev.civicwire.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A running engine: its process, its output, and the lock on its folder.
///
/// The child reads its standard input to the end and then stops. This process holds the other end,
/// so the child goes when it is asked to, and also when this process is killed.
final class ChildProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private final String name;
  private final Process process;
  private final Console console;
  private final DataFolder folder;
  private volatile boolean askedToStop;

  private ChildProcess(String name, Process process, Console console, DataFolder folder) {
    this.name = name;
    this.process = process;
    this.console = console;
    this.folder = folder;
  }

  /// Starts a child; its first input is what `greeting` holds.
  static ChildProcess start(
      String name,
      List<String> command,
      Map<String, String> environment,
      byte[] greeting,
      DataFolder folder) {
    Path output = folder.console();
    try {
      Files.deleteIfExists(output);
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      // Options meant for this JVM, such as a debugger's port, are not meant for the child.
      builder
          .environment()
          .keySet()
          .removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
      builder.environment().putAll(environment);
      Process process = builder.start();
      ChildProcess child = new ChildProcess(name, process, Console.follow(process, output), folder);
      child.greet(greeting);
      ChildRecord.in(folder).write(process.toHandle());
      return child;
    } catch (IOException failure) {
      throw new EngineException(
          "The %s cannot be started: %s.".formatted(name, failure.getMessage()), failure);
    }
  }

  private void greet(byte[] greeting) {
    try {
      process.getOutputStream().write(greeting);
      process.getOutputStream().flush();
    } catch (IOException ended) {
      // The child is gone already: awaitReady tells its exit status and its last words.
      return;
    }
  }

  /// Waits for the child's own sign; false when it ended first.
  boolean awaitReady(Duration patience) {
    boolean started =
        console
            .ready()
            .copy()
            .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
            .join();
    if (!started && process.isAlive() && !console.ready().isDone()) {
      EngineException late = failure("did not start within " + patience.toSeconds() + " s");
      stop();
      throw late;
    }
    return started;
  }

  /// What went wrong, with the child's last words.
  EngineException failure(String what) {
    return new EngineException(
        "The %s on %s %s. Its logs are in %s. Its last words:%n%s"
            .formatted(name, folder.root(), what, folder.logs(), console.lastLines()));
  }

  EngineException ended() {
    return failure("ended with status " + exitStatus());
  }

  int exitStatus() {
    return process.onExit().join().exitValue();
  }

  long pid() {
    return process.pid();
  }

  CompletableFuture<Integer> onExit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /// Completes when the child ends although nobody asked it to.
  CompletableFuture<EngineException> onFailure() {
    // After its last words, which the message repeats.
    return console
        .ended()
        .thenCompose(
            ended ->
                askedToStop
                    ? new CompletableFuture<>()
                    : CompletableFuture.completedFuture(ended()));
  }

  /// The memory the process has in RAM, 0 where the system does not tell.
  long residentMegabytes() {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
          .findFirst()
          .orElse(0);
    } catch (IOException noProcfs) {
      return 0;
    }
  }

  /// Asks the child to stop, and ends it when it does not.
  void stop() {
    askedToStop = true;
    try {
      process.getOutputStream().close();
    } catch (IOException ended) {
      process.destroy();
    }
    CompletableFuture<Process> exit = process.onExit();
    exit.copy().completeOnTimeout(process, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    if (process.isAlive()) {
      process.destroyForcibly();
      exit.join();
    }
  }
}
