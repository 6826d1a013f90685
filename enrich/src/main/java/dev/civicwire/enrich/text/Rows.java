package dev.civicwire.enrich.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Tab-separated resources: one row a line; blank lines and lines that start with `#` are comments.
public final class Rows {
  private Rows() {}

  /// The rows of resource `name` beside class `owner`, each with at least `columns` columns.
  ///
  /// @throws IllegalStateException where the resource is missing or a row is too short
  public static List<String[]> of(Class<?> owner, String name, int columns) {
    InputStream stream = owner.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException("resource missing on the class path: " + name);
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> row(line, name, columns))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + name, e);
    }
  }

  private static String[] row(String line, String name, int columns) {
    String[] cells = line.split("\t", -1);
    if (cells.length < columns) {
      throw new IllegalStateException(
          "%s: a row needs %d columns: %s".formatted(name, columns, line));
    }
    return cells;
  }
}
