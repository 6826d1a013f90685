package dev.civicwire.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The documents for consumers say what the program does.
class DocumentsTest {
  private static final Path DOCS =
      Path.of(Objects.requireNonNullElse(System.getProperty("civicwire.root"), ".."), "docs");
  private static final KafkaConfig CONFIG = KafkaConfig.of("localhost:9092");

  @Test
  void topicsPageNamesEveryTopicHeaderAndReason() throws IOException {
    String page = Files.readString(DOCS.resolve("topics.md"));
    List<String> headers =
        StreamSupport.stream(
                new Envelope(CONFIG, 6)
                    .article(Samples.article(1))
                    .record()
                    .headers()
                    .spliterator(),
                false)
            .map(Header::key)
            .toList();
    assertThat(page).contains(Arrays.stream(TopicName.values()).map(TopicName::suffix).toList());
    assertThat(page).contains(headers);
    assertThat(page)
        .contains(
            RejectionHeaders.STAGE,
            RejectionHeaders.REASON,
            RejectionHeaders.MESSAGE,
            RejectionHeaders.TOPIC,
            RejectionHeaders.PARTITION,
            RejectionHeaders.OFFSET,
            RejectionHeaders.URL,
            RejectionHeaders.AT,
            RejectionHeaders.PAYLOAD_BYTES,
            RejectionHeaders.REPLAYED)
        .contains(
            Reasons.NOT_JSON,
            Reasons.NEWER_SCHEMA,
            Reasons.INVALID,
            Reasons.TOO_LARGE,
            Reasons.ENRICH_FAILED,
            Reasons.RETRACTED);
  }

  @Test
  void asyncApiHasTheTopicsWithTheirSettings() throws IOException {
    JsonNode document = asyncApi();
    assertThat(document.path("asyncapi").asString()).startsWith("3.");
    List<String> addresses = new ArrayList<>();
    for (JsonNode channel : document.path("channels")) {
      addresses.add(channel.path("address").asString());
    }
    assertThat(addresses)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(TopicName.values()).map(TopicName::suffix).toList());
    for (JsonNode channel : document.path("channels")) {
      TopicName topic = new Names("").parse(channel.path("address").asString()).orElseThrow();
      JsonNode kafka = channel.path("bindings").path("kafka");
      assertThat(kafka.path("partitions").asInt()).isEqualTo(KafkaConfig.DEFAULT_PARTITIONS);
      Map<String, String> settings = TopicSettings.of(CONFIG, topic);
      kafka
          .path("topicConfiguration")
          .forEachEntry(
              (name, value) ->
                  assertThat(value.isArray() ? value.get(0).asString() : value.asString())
                      .as(topic + " " + name)
                      .isEqualTo(settings.get(name)));
    }
  }

  @Test
  void asyncApiRefersToWhatIsThere() throws IOException {
    JsonNode document = asyncApi();
    List<String> references = document.findValues("$ref").stream().map(JsonNode::asString).toList();
    assertThat(references).hasSizeGreaterThan(10);
    for (String reference : references) {
      if (reference.startsWith("#")) {
        assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
      } else {
        assertThat(DOCS.resolve(reference)).exists();
      }
    }
  }

  private static JsonNode asyncApi() throws IOException {
    return new YAMLMapper().readTree(Files.readString(DOCS.resolve("asyncapi.yaml")));
  }
}
