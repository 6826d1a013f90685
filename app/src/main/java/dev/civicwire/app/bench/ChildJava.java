package dev.civicwire.app.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A JVM beside this one, of the same kind; what it complains of goes to this one's error output.
final class ChildJava {
  private ChildJava() {}

  static ProcessBuilder of(String classPath, String main, String... arguments) {
    return of(List.of("-XX:+UseSerialGC", "-Xmx1g"), classPath, main, arguments);
  }

  /// The same with other options of the JVM.
  static ProcessBuilder of(
      List<String> options, String classPath, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }
}
