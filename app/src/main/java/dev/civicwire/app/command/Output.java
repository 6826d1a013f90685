package dev.civicwire.app.command;

import dev.civicwire.contract.StageException;
import java.io.PrintWriter;

/// Results on their way out of the process.
final class Output {
  private Output() {}

  /// Hands over what is buffered. Writers keep quiet about a full disk or a reader that has gone,
  /// and a filter must not go on for nothing, nor say that all went well.
  ///
  /// @throws StageException where it does not arrive
  static void flush(PrintWriter out) {
    if (out.checkError()) {
      throw new StageException(
          "the output cannot be written: its disk is full or its reader has ended");
    }
  }
}
