package dev.civicwire.app.soak;

import dev.civicwire.contract.topic.KafkaConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The engines as a process of their own, and a folder for the other processes to share.
final class Installation implements AutoCloseable {
  static final Duration START = Duration.ofMinutes(3);

  private final Path folder;
  private final List<Child> children = new ArrayList<>();
  private final Child engines;
  private final KafkaConfig kafka;
  private final URI node;

  private Installation(Path folder) {
    this.folder = folder;
    this.engines = start("engines", Map.of(), "engines");
    String servers = engines.awaitOutput(Pattern.compile("KAFKA_BOOTSTRAP_SERVERS=(\\S+)"), START);
    String url = engines.awaitOutput(Pattern.compile("ELASTICSEARCH_URL=(\\S+)\n"), START);
    this.kafka = KafkaConfig.of(servers);
    this.node = URI.create(url);
  }

  static Installation start(Path folder) {
    return new Installation(folder);
  }

  KafkaConfig kafka() {
    return kafka;
  }

  URI node() {
    return node;
  }

  Child engines() {
    return engines;
  }

  /// What other machines set to find the engines.
  Map<String, String> addresses() {
    return Map.of(
        "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(), "ELASTICSEARCH_URL", node.toString());
  }

  /// Starts `civicwire WORDS` on the same data folder.
  Child start(String name, Map<String, String> environment, String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.add("--data=" + folder.resolve("data"));
    return keep(Child.start(name, folder.resolve("logs"), environment, line));
  }

  /// Starts another `main` with the data folder as its argument.
  Child startOther(String name, Map<String, String> environment, String mainClass) {
    List<String> line = List.of(folder.resolve("data").toString());
    return keep(Child.start(name, folder.resolve("logs"), environment, mainClass, line));
  }

  private Child keep(Child child) {
    children.add(child);
    return child;
  }

  /// kill -9 of an engine that the engines' process has as its child.
  ///
  /// @param name of its folder: `kafka` or `elasticsearch`
  void killEngine(String name) {
    ProcessHandle process = ProcessHandle.of(enginePid(name)).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  long enginePid(String name) {
    try {
      String note = Files.readString(folder.resolve("data").resolve(name).resolve("child"));
      return Long.parseLong(note.split(" ", 2)[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All that the processes wrote to their logs.
  String words() {
    StringBuilder words = new StringBuilder();
    children.forEach(child -> words.append(child.words()).append('\n'));
    return words.toString();
  }

  /// Ends everything. The engines' children notice that their parent is gone, and are waited for.
  @Override
  public void close() {
    children.reversed().stream().filter(child -> child != engines).forEach(Child::close);
    List<ProcessHandle> offspring = engines.descendants();
    engines.close();
    offspring.forEach(ProcessHandle::destroyForcibly);
    offspring.forEach(process -> process.onExit().join());
  }
}
