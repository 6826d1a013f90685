package dev.civicwire.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folder with the engines' own jars: `broker/*.jar` and `elasticsearch-<version>/`.
///
/// The build fills `embedded/target/engines`, and the distribution carries a copy. None of these
/// jars is ever on this JVM's class path.
///
/// @param folder the absolute path of that folder
public record Engines(Path folder) {
  private static final String PROPERTY = "civicwire.engines";
  private static final String VARIABLE = "CIVICWIRE_ENGINES";

  /// Takes the folder as absolute: children run in other working directories.
  public Engines {
    folder = folder.toAbsolutePath().normalize();
  }

  /// Finds the folder by the system property `civicwire.engines`, else the environment variable
  /// `CIVICWIRE_ENGINES`.
  public static Engines locate() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
        .filter(value -> !value.isBlank())
        .map(value -> new Engines(Path.of(value)))
        .orElseThrow(
            () ->
                new EngineException(
                    "The embedded engines cannot be found: neither the system property "
                        + PROPERTY
                        + " nor the variable "
                        + VARIABLE
                        + " is set. Run mvn -B -DskipTests package and name embedded/target/engines"
                        + " there."));
  }

  /// The folder whose jars are the broker's class path.
  Path broker() {
    return existing(folder.resolve("broker"));
  }

  /// The home of the unpacked Elasticsearch distribution.
  Path node() {
    return existing(only(folder, "elasticsearch-*"));
  }

  /// The one jar that the node's JVM patches into its base module.
  Path entitlementBridge() {
    return only(node().resolve("lib/entitlement-bridge"), "*.jar");
  }

  private static Path only(Path parent, String pattern) {
    if (!Files.isDirectory(parent)) {
      throw missing(parent);
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, pattern)) {
      for (Path path : found) {
        return path;
      }
      throw missing(parent.resolve(pattern));
    } catch (IOException failure) {
      throw new EngineException("Cannot read the engines' folder " + parent + ".", failure);
    }
  }

  private static Path existing(Path path) {
    if (!Files.isDirectory(path)) {
      throw missing(path);
    }
    return path;
  }

  private static EngineException missing(Path path) {
    return new EngineException(
        "The embedded engines are not complete: "
            + path
            + " is missing. Run mvn -B -DskipTests package, which fills embedded/target/engines.");
  }
}
