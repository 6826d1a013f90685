package dev.civicwire.app.command;

import dev.civicwire.ingest.extract.eval.PeerExtractor;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/// Other extractors for measuring: they are built beside the distribution and never part of it.
final class PeerJars {
  private PeerJars() {}

  /// The extractors in the jars of `folder`, none where there is no such folder. Their loader stays
  /// open as long as the process.
  static List<PeerExtractor> load(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<URL> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
        jars.add(url(file));
      }
    }
    URLClassLoader loader =
        new URLClassLoader(jars.toArray(URL[]::new), PeerJars.class.getClassLoader());
    return ServiceLoader.load(PeerExtractor.class, loader).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  private static URL url(Path file) throws MalformedURLException {
    return file.toUri().toURL();
  }
}
