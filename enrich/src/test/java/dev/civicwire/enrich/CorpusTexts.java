package dev.civicwire.enrich;

import dev.civicwire.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The texts of labelled documents, without their labels.
final class CorpusTexts {
  private CorpusTexts() {}

  /// Texts of the JSON files in a folder of the class path, by file name.
  static List<String> of(String folder) {
    URL url = Objects.requireNonNull(CorpusTexts.class.getResource(folder), folder);
    try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
      return files
          .filter(f -> f.toString().endsWith(".json"))
          .sorted()
          .map(f -> Json.mapper().readTree(f.toFile()).path("text").asString())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
