package dev.civicwire.app.soak;

import dev.civicwire.app.Civicwire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A child JVM that runs the command line, as the start script would. Its output is in files.
final class Child implements AutoCloseable {
  private static final Duration STOP = Duration.ofSeconds(10);

  private final String name;
  private final Process process;
  private final Path output;
  private final Path errors;

  private Child(String name, Process process, Path output, Path errors) {
    this.name = name;
    this.process = process;
    this.output = output;
    this.errors = errors;
  }

  /// Starts `civicwire WORDS`.
  ///
  /// @param name of its log files
  /// @param logs folder that they go to
  static Child start(String name, Path logs, Map<String, String> environment, List<String> words) {
    return start(name, logs, environment, Civicwire.class.getName(), words);
  }

  /// Starts another class that has a `main`.
  static Child start(
      String name,
      Path logs,
      Map<String, String> environment,
      String mainClass,
      List<String> words) {
    try {
      Files.createDirectories(logs);
      Path output = Files.createTempFile(logs, name + "-", ".out");
      Path errors = Path.of(output.toString().replaceAll("out$", "err"));
      ProcessBuilder builder =
          new ProcessBuilder(line(mainClass, words))
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile());
      builder
          .environment()
          .keySet()
          .removeIf(
              key ->
                  key.startsWith("CIVICWIRE_")
                      || key.startsWith("KAFKA_")
                      || key.startsWith("ELASTICSEARCH_")
                      || key.startsWith("JAVA_TOOL"));
      builder.environment().putAll(environment);
      return new Child(name, builder.start(), output, errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> line(String mainClass, List<String> words) {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx700m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dcivicwire.engines=" + System.getProperty("civicwire.engines"),
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
    line.addAll(words);
    return line;
  }

  /// Waits for what `pattern` finds in the output.
  ///
  /// @return its first group
  String awaitOutput(Pattern pattern, Duration patience) {
    return await(pattern, patience, output);
  }

  /// The same in what it says about its progress.
  String awaitError(Pattern pattern, Duration patience) {
    return await(pattern, patience, errors);
  }

  private String await(Pattern pattern, Duration patience, Path file) {
    Await.until(
        "%s says '%s'".formatted(name, pattern),
        patience,
        () -> {
          if (find(pattern, file).isPresent()) {
            return true;
          }
          if (!process.isAlive()) {
            throw new AssertionError(name + " has ended, " + words());
          }
          return false;
        });
    return find(pattern, file).orElseThrow();
  }

  private static Optional<String> find(Pattern pattern, Path file) {
    Matcher matcher = pattern.matcher(read(file));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All that it wrote.
  String words() {
    return name + " wrote:\n" + read(errors) + read(output);
  }

  List<ProcessHandle> descendants() {
    return process.descendants().toList();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Waits for its end.
  ///
  /// @return the exit code
  int awaitEnd(Duration patience) {
    Await.until(name + " ends", patience, () -> !process.isAlive());
    return process.exitValue();
  }

  /// SIGTERM, and waits for the end.
  ///
  /// @return how long that took, ten seconds at most
  Duration terminate() {
    Instant start = Instant.now();
    process.destroy();
    boolean ended = false;
    try {
      ended = process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!ended) {
      throw new AssertionError(
          "%s did not end within %d s of SIGTERM; %s".formatted(name, STOP.toSeconds(), words()));
    }
    return Duration.between(start, Instant.now());
  }

  /// Nothing of it runs until [#thaw]; to others it is as if it were cut off.
  void freeze() {
    signal("-STOP");
  }

  /// It goes on where it was frozen.
  void thaw() {
    signal("-CONT");
  }

  private void signal(String signal) {
    try {
      Process kill =
          new ProcessBuilder("kill", signal, Long.toString(process.pid())).inheritIO().start();
      if (kill.waitFor() != 0) {
        throw new AssertionError("kill %s of %s failed".formatted(signal, name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /// kill -9: nothing of it runs any more.
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
