package dev.civicwire.embedded;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// The programs of the operating system that a start may use.
final class Executables {
  // A service often has a path without the folders of root's programs.
  private static final String USUAL = "/usr/sbin:/usr/bin:/sbin:/bin";

  private Executables() {}

  static Optional<String> find(String name) {
    String path =
        Optional.ofNullable(System.getenv("PATH")).orElse("") + File.pathSeparator + USUAL;
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
