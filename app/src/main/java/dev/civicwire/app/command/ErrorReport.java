package dev.civicwire.app.command;

import dev.civicwire.app.config.ConfigException;
import dev.civicwire.contract.StageException;
import dev.civicwire.embedded.EngineException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;

/// One place decides what a user sees of an exception and with which code the process ends.
public final class ErrorReport {
  /// `EX_CONFIG` of sysexits.h.
  static final int EX_CONFIG = 78;

  private ErrorReport() {}

  /// Prints one line and gives the exit code; only what nobody foresaw shows its stack trace.
  public static int handle(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    String name = command.getCommandSpec().qualifiedName();
    return switch (failure) {
      case ConfigException e -> line(err, name, message(e), EX_CONFIG);
      case StageException e -> line(err, name, message(e), 1);
      case EngineException e -> line(err, name, message(e), 1);
      case UncheckedIOException e -> line(err, name, describe(cause(e)), 1);
      case IOException e -> line(err, name, describe(e), 1);
      default -> {
        line(err, name, "unexpected failure, please report it: " + failure, 1);
        failure.printStackTrace(err);
        yield 1;
      }
    };
  }

  private static String message(RuntimeException e) {
    return String.valueOf(e.getMessage());
  }

  private static IOException cause(UncheckedIOException e) {
    IOException cause = e.getCause();
    return cause == null ? new IOException(e.getMessage()) : cause;
  }

  private static String describe(IOException e) {
    return switch (e) {
      case java.nio.file.NoSuchFileException missing -> "no such file: " + missing.getFile();
      case java.nio.file.AccessDeniedException denied -> "no permission: " + denied.getFile();
      case java.nio.file.FileSystemException file when file.getFile() != null ->
          file.getFile() + ": " + (file.getReason() == null ? "cannot be used" : file.getReason());
      default -> String.valueOf(e.getMessage());
    };
  }

  private static int line(PrintWriter err, String command, String message, int code) {
    err.println(command + ": " + message.lines().findFirst().orElse("failed"));
    err.flush();
    return code;
  }
}
