package dev.civicwire.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A process of its own that holds an engine, see [HoldEngine].
record Parent(Process process, String firstLine) implements AutoCloseable {

  static Parent start(String engine, Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Defaults.javaHome().resolve("bin/java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Dcivicwire.engines=" + Engines.locate().folder(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    HoldEngine.class.getName(),
                    engine,
                    folder.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader reader = process.inputReader();
    String line = reader.readLine();
    return new Parent(process, line == null ? "" : line);
  }

  ProcessHandle child() {
    return ProcessHandle.of(Long.parseLong(firstLine.split(" ", 2)[0])).orElseThrow();
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
