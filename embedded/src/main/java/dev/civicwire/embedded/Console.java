package dev.civicwire.embedded;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/// What a child prints: kept in a file of limited size, its last lines in memory for an error
/// message, and its sign that it has started.
final class Console {
  /// The byte that a node and `BrokerMain` print when they are ready.
  private static final char READY = 0x18;

  private static final int LINES_IN_MEMORY = 30;
  private static final int CHARACTERS_IN_A_LINE = 2000;
  private static final int CHARACTERS_IN_FILE = 1 << 20;

  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
  private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final StringBuilder line = new StringBuilder();
  private int written;

  /// Follows a process until its output ends.
  static Console follow(Process process, Path file) {
    Console console = new Console();
    Thread.ofPlatform().daemon().name("console").start(() -> console.read(process, file));
    return console;
  }

  /// True when the child has started, false when it ended before.
  CompletableFuture<Boolean> ready() {
    return ready;
  }

  /// Completes when the last line has been read.
  CompletableFuture<Boolean> ended() {
    return ended;
  }

  synchronized String lastLines() {
    return String.join("\n", lastLines);
  }

  private void read(Process process, Path file) {
    try (Reader in = process.inputReader(StandardCharsets.UTF_8)) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == READY) {
          ready.complete(true);
        } else {
          take((char) next, file);
        }
      }
      endLine(file);
    } catch (IOException closed) {
      // The stream of a killed process may break instead of ending.
      keep("(the output broke off: " + closed.getMessage() + ")");
    } finally {
      ready.complete(false);
      ended.complete(true);
    }
  }

  private void take(char next, Path file) {
    if (next == '\n') {
      endLine(file);
    } else if (line.length() < CHARACTERS_IN_A_LINE) {
      line.append(next);
    }
  }

  private void endLine(Path file) {
    String text = line.toString();
    line.setLength(0);
    if (!text.isBlank()) {
      keep(text);
      append(text + "\n", file);
    }
  }

  /// Children print little here, so a file opened for each line costs nothing worth saving.
  private void append(String text, Path file) {
    if (written + text.length() > CHARACTERS_IN_FILE) {
      return;
    }
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      written += text.length();
    } catch (IOException full) {
      // Reading goes on: a child whose output nobody takes would stand still.
      keep("(cannot write " + file + ": " + full.getMessage() + ")");
      written = CHARACTERS_IN_FILE;
    }
  }

  private synchronized void keep(String text) {
    lastLines.addLast(text);
    if (lastLines.size() > LINES_IN_MEMORY) {
      lastLines.removeFirst();
    }
  }
}
