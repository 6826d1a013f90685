package dev.civicwire.ingest.suite;

import dev.civicwire.contract.StageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files of a folder of suites.
///
/// @param root of the suites
record SuiteFolder(Path root) {
  boolean has(String path) {
    return Files.exists(root.resolve(path));
  }

  /// The files below `path` whose names end so, in a fixed order.
  List<Path> files(String path, String... endings) {
    try (Stream<Path> walk = Files.walk(root.resolve(path))) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> Stream.of(endings).anyMatch(e -> file.toString().endsWith(e)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new StageException("suite %s cannot be read: %s".formatted(root.resolve(path), e), e);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new StageException("suite file %s cannot be read: %s".formatted(file, e), e);
    }
  }

  static String text(Path file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  String name(Path file) {
    return root.relativize(file).toString();
  }
}
