package dev.civicwire.ingest.source;

import dev.civicwire.contract.StageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The YAML file in which an operator names the sources. It is read strictly: a key, kind or value
/// that is not understood stops the start with the file, the line and what to do.
public final class SourceFile {
  private SourceFile() {}

  /// The sources of `file`, in its order.
  ///
  /// @throws StageException where the file cannot be read or is not understood
  public static List<Source> read(Path file) {
    try {
      return parse(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new StageException(
          "source file %s does not exist; name one with --sources".formatted(file), e);
    } catch (IOException e) {
      throw new StageException(
          "source file %s cannot be read as UTF-8 text: %s".formatted(file, e), e);
    }
  }

  /// The sources of a YAML text.
  ///
  /// @param name of the text in messages
  /// @throws StageException where it is not understood
  public static List<Source> parse(String yaml, String name) {
    List<Source> sources = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    List<String> problems = new ArrayList<>();
    for (SourceEntry entry : new SourceYaml(name).entries(yaml)) {
      try {
        sources.add(read(entry, lines, name));
      } catch (StageException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    if (!problems.isEmpty()) {
      throw new NotUnderstood(problems);
    }
    if (sources.isEmpty()) {
      throw new StageException(
          name + ": no sources; it needs a list under the key \"sources\", see docs/operating.md");
    }
    return List.copyOf(sources);
  }

  private static Source read(SourceEntry entry, Map<String, Integer> lines, String name) {
    Source source = entry.toSource();
    @Nullable Integer before = lines.putIfAbsent(source.name(), entry.line());
    if (before != null) {
      throw new StageException(
          "%s:%d: the name %s was given in line %d already; names are unique"
              .formatted(name, entry.line(), source.name(), before));
    }
    return source;
  }

  /// Sources of a file that are not understood. Its message is the first problem and how many more
  /// there are.
  public static final class NotUnderstood extends StageException {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> problems;

    NotUnderstood(List<String> problems) {
      super(
          problems.size() == 1
              ? problems.getFirst()
              : "%s (and %d more: `civicwire sources check` lists them)"
                  .formatted(problems.getFirst(), problems.size() - 1));
      this.problems = new ArrayList<>(problems);
    }

    /// One line a source, with file, line and what to do; never empty.
    public List<String> problems() {
      return List.copyOf(problems);
    }
  }
}
