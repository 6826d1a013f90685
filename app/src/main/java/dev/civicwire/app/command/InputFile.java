package dev.civicwire.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/// The parameter that names the input of a command that reads text.
final class InputFile {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "input; - or none = standard input")
  @Nullable String file;

  /// What to call it in a message.
  String name() {
    return file == null || file.equals("-") ? "standard input" : file;
  }

  BufferedReader lines() throws IOException {
    return LineInput.open(file);
  }
}
