package dev.civicwire.enrich.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Resources of this module: tables of tab-separated columns with one header line, and word lists.
public final class Table {
  private Table() {}

  /// The rows of table `name` beside `owner`, each of `columns` cells; missing cells are empty.
  public static List<List<String>> rows(Class<?> owner, String name, int columns) {
    return lines(owner, name).stream().skip(1).map(line -> cells(line, columns)).toList();
  }

  /// The lines of word list `name` beside `owner`; blank ones and those after `#` are left out.
  public static Set<String> words(Class<?> owner, String name) {
    return lines(owner, name).stream()
        .filter(line -> !line.startsWith("#"))
        .flatMap(line -> Arrays.stream(line.split("\\s*,\\s*")))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> cells(String line, int columns) {
    String[] cells = Arrays.copyOf(line.split("\t", -1), columns);
    return Arrays.stream(cells).map(cell -> cell == null ? "" : cell).toList();
  }

  private static List<String> lines(Class<?> owner, String name) {
    InputStream in = owner.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("resource " + name + " is missing beside " + owner.getName());
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + name, e);
    }
  }
}
