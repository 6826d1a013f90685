package dev.civicwire.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The embedded node means by every name what a stock cluster means by it.
///
/// `vocabulary.json` is the list of what an index of ours may use: a name which is not on it is not
/// proved to work on both. The requests run in order on the embedded node and, when the variable
/// `ELASTICSEARCH_URL` is set, on that cluster too; both must give what the list says.
@Timeout(240)
class VocabularyTest {
  private static final String INDEX = "/civicwire-vocabulary";

  /// One request, and what the path `see` finds in its answer; `*` stands for every element.
  record Request(
      String title,
      String method,
      String path,
      Optional<JsonNode> body,
      Optional<List<JsonNode>> lines,
      String see,
      List<JsonNode> gives) {

    void check(Http cluster) throws IOException {
      JsonNode answer = cluster.send(method, path, text());
      assertThat(find(answer, see)).as("%s in %s", see, answer).isEqualTo(gives);
    }

    /// Jackson reads an absent body as the JSON null.
    private String text() {
      return body.filter(JsonNode::isObject)
          .map(JsonNode::toString)
          .or(() -> lines.map(Request::onALineEach))
          .orElse("");
    }

    private static String onALineEach(List<JsonNode> lines) {
      return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static List<JsonNode> find(JsonNode answer, String path) {
      List<JsonNode> found = List.of(answer);
      for (String step : path.substring(1).split("/")) {
        found = found.stream().flatMap(node -> down(node, step)).toList();
      }
      return found;
    }

    private static Stream<JsonNode> down(JsonNode node, String step) {
      return step.equals("*") ? node.valueStream() : Stream.ofNullable(node.get(step));
    }
  }

  @TempDir private Path temporary;

  @Test
  void isSpokenByTheEmbeddedNode() throws IOException {
    try (EmbeddedNode node =
        EmbeddedNode.start(NodeConfig.quick(temporary.resolve("node"), Engines.locate()))) {
      runAll(new Http(node.url()));
    }
  }

  @TestFactory
  Stream<DynamicTest> isSpokenByTheGivenCluster() {
    return Stream.ofNullable(System.getenv("ELASTICSEARCH_URL"))
        .map(url -> DynamicTest.dynamicTest(url, () -> runAll(new Http(URI.create(url)))));
  }

  private static void runAll(Http cluster) throws IOException {
    cluster.send("DELETE", INDEX + "?ignore_unavailable=true", "");
    SoftAssertions all = new SoftAssertions();
    for (Request request : requests()) {
      all.assertThatCode(() -> request.check(cluster))
          .as(request.title())
          .doesNotThrowAnyException();
    }
    cluster.send("DELETE", INDEX + "?ignore_unavailable=true", "");
    all.assertAll();
  }

  private static List<Request> requests() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(VocabularyTest.class.getResourceAsStream("/vocabulary.json"))) {
      return List.of(JsonMapper.shared().readValue(in, Request[].class));
    }
  }
}
