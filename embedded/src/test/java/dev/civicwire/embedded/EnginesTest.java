package dev.civicwire.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesTest {
  @Test
  void theBuildFillsTheFolder() {
    Engines engines = Engines.locate();

    assertThat(engines.broker()).isNotEmptyDirectory();
    assertThat(engines.node().resolve("plugins/civicwire-analysis")).isNotEmptyDirectory();
    assertThat(engines.entitlementBridge()).isRegularFile();
  }

  @Test
  void anEmptyFolderNamesWhatIsMissingAndTheCommand(@TempDir Path empty) {
    assertThatThrownBy(() -> new Engines(empty).broker())
        .isInstanceOf(EngineException.class)
        .hasMessageContaining(empty.resolve("broker").toString())
        .hasMessageContaining("mvn -B -DskipTests package");
    assertThatThrownBy(() -> new Engines(empty).node()).isInstanceOf(EngineException.class);
    assertThatThrownBy(() -> new Engines(empty.resolve("none")).node())
        .isInstanceOf(EngineException.class);
  }

  /// Two versions of one jar on the broker's class path would be a stale build.
  @Test
  void theBrokerHasEachJarOnce() throws IOException {
    try (Stream<Path> jars = Files.list(Engines.locate().broker())) {
      List<String> names =
          jars.map(jar -> jar.getFileName().toString().replaceAll("-\\d.*", "")).toList();

      assertThat(names).doesNotHaveDuplicates().contains("kafka_2.13", "civicwire-embedded-broker");
    }
  }
}
