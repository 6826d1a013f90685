package dev.civicwire.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class EmbeddedNodeTest {
  private static final String TWO_DOCUMENTS =
      """
      {"index":{"_id":"1"}}
      {"title":"Council hires data engineers"}
      {"index":{"_id":"2"}}
      {"title":"Ministry doubles its software budget"}
      """;

  @TempDir private Path temporary;

  @Test
  void itsDocumentsOutliveAKill() throws Exception {
    NodeConfig config = config();
    try (EmbeddedNode node = EmbeddedNode.start(config)) {
      new Http(node.url()).send("POST", "/articles/_bulk", TWO_DOCUMENTS);
      assertThat(node.residentMegabytes()).isBetween(100L, 900L);

      ProcessHandle.of(node.pid()).orElseThrow().destroyForcibly();

      assertThat(node.onExit().get(30, TimeUnit.SECONDS)).isNotZero();
    }
    try (EmbeddedNode again = EmbeddedNode.start(config)) {
      Http http = new Http(again.url());
      assertThat(http.send("GET", "/articles/_count", "").at("/count").asInt()).isEqualTo(2);
    }
  }

  @Test
  void neverRunsAsRootAndIsRefusedTwiceOnOneFolder() throws IOException {
    NodeConfig config = config();
    try (EmbeddedNode node = EmbeddedNode.start(config)) {
      assertThat(ProcessHandle.of(node.pid()).orElseThrow().info().user())
          .isPresent()
          .isNotEqualTo(Optional.of("root"));
      String message = config.folder() + " is in use by process " + ProcessHandle.current().pid();
      assertThatThrownBy(() -> EmbeddedNode.start(config))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining(message)
          .hasMessageNotContaining("\n");
      try (Parent other = Parent.start("node", config.folder())) {
        assertThat(other.firstLine()).contains(message);
      }
      assertThatThrownBy(() -> EmbeddedNode.start(elsewhere().withPort(node.url().getPort())))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("is taken");
    }
  }

  /// As root's home is: no other user can pass the folder above the data.
  @Test
  void runsBelowAFolderThatItsUserCannotPass() throws Exception {
    Path closed =
        Files.createDirectory(
            temporary.resolve("closed"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    EmbeddedNode node =
        EmbeddedNode.start(NodeConfig.quick(closed.resolve("node"), Engines.locate()));
    new Http(node.url()).send("POST", "/articles/_bulk", TWO_DOCUMENTS);
    node.close();

    assertThat(node.onExit().get(1, TimeUnit.SECONDS)).isNotNegative();
    assertThat(ProcessHandle.of(node.pid())).isEmpty();
  }

  @Test
  void diesWithItsParentAndCanBeStartedAtOnce() throws IOException {
    NodeConfig config = config();
    ProcessHandle orphan;
    try (Parent parent = Parent.start("node", config.folder())) {
      orphan = parent.child();
      parent.kill();
    }
    try (EmbeddedNode next = EmbeddedNode.start(config)) {
      assertThat(orphan.isAlive()).isFalse();
      assertThat(next.url().getHost()).isEqualTo("127.0.0.1");
    }
  }

  /// The folder has a space in its name, as a user's home may.
  private NodeConfig config() {
    return NodeConfig.quick(temporary.resolve("the node"), Engines.locate());
  }

  private NodeConfig elsewhere() {
    return NodeConfig.quick(temporary.resolve("elsewhere"), Engines.locate());
  }
}
