package dev.civicwire.embedded.child;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/// The folder of a broker's log, formatted once in its life.
record Storage(Path folder, int nodeId, String controllerListener) {
  static Storage of(Properties settings) {
    return new Storage(
        Path.of(settings.getProperty("log.dirs")),
        Integer.parseInt(settings.getProperty("node.id")),
        settings.getProperty("controller.listener.names"));
  }

  /// Formats beside the folder and then renames, so that a kill in between leaves no half-made log.
  void formatIfEmpty() throws Exception {
    if (Files.exists(folder)) {
      return;
    }
    Path draft = folder.resolveSibling(folder.getFileName() + ".new");
    delete(draft);
    Files.createDirectories(draft);
    format(draft);
    Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  // Formatter.run() declares the bare Exception.
  private void format(Path target) throws Exception {
    new Formatter()
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(nodeId)
        .addDirectory(target.toString())
        .setMetadataLogDirectory(target.toString())
        .setControllerListenerName(controllerListener)
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setUnstableFeatureVersionsEnabled(false)
        // The voter's address stays in the settings, so that the ports may change between starts.
        .setHasDynamicQuorum(false)
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run();
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }
}
