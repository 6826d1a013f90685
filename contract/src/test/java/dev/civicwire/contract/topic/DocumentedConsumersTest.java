package dev.civicwire.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.civicwire.contract.TaggedArticle;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The consumers that `docs/topics.md` shows are run as they stand there, each as a process of its
/// own; those of other languages where the machine has what they need.
@Timeout(60)
@ExtendWith(TestBroker.class)
class DocumentedConsumersTest {
  private static final Path PAGE =
      Path.of(
          Objects.requireNonNullElse(System.getProperty("civicwire.root"), ".."),
          "docs",
          "topics.md");
  private static final String IMPORTS =
      """
      import java.time.Duration;
      import java.util.*;
      import org.apache.kafka.clients.consumer.KafkaConsumer;
      import org.apache.kafka.common.serialization.StringDeserializer;
      """;

  private final KafkaConfig config;
  private final Probe probe;
  private final TaggedArticle article = Samples.tagged(Samples.article(1));

  DocumentedConsumersTest(KafkaConfig config) {
    this.config = config;
    this.probe = new Probe(config);
  }

  @BeforeEach
  void writeAnArticleAndATombstone() throws InterruptedException {
    new Topics(config).create();
    String topic = probe.name(TopicName.TAGGED_ARTICLES);
    probe.write(
        List.of(
            new ProducerRecord<>(
                topic, 0, bytes(article.id()), Codec.TAGGED_ARTICLE.encode(article)),
            new ProducerRecord<>(topic, 0, bytes("no-more"), null)));
  }

  @Test
  void javaConsumerReads(@TempDir Path folder) throws IOException {
    Path source = folder.resolve("Reader.java");
    Files.writeString(
        source, IMPORTS + "class Reader { static void main() {\n" + snippet("java") + "}}\n");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> lines =
        run(List.of(java, "-cp", System.getProperty("java.class.path"), source.toString()), 2);
    assertThat(lines).anySatisfy(line -> assertThat(line).startsWith(article.id() + " {"));
    assertThat(lines).contains("delete no-more");
  }

  @Test
  void pythonConsumerReads() throws IOException {
    Optional<String> python =
        Stream.of("python3", "/usr/bin/python3")
            .filter(command -> answers(command, "-c", "import confluent_kafka"))
            .findFirst();
    assumeTrue(python.isPresent(), "no confluent_kafka here");
    List<String> lines = run(List.of(python.orElseThrow(), "-u", "-c", snippet("python")), 2);
    assertThat(lines).containsExactly(article.url() + " []", "delete no-more");
  }

  @Test
  void kcatReads() throws IOException {
    assumeTrue(answers("kcat", "-V"), "no kcat here");
    String command =
        snippet("sh").lines().filter(line -> line.startsWith("kcat")).findFirst().orElseThrow();
    List<String> lines = run(List.of("sh", "-c", command), 2);
    assertThat(lines.getFirst()).startsWith(article.id() + "\t{");
    assertThat(lines.getLast()).isEqualTo("no-more\t");
  }

  /// The block of that language, at our broker and topic.
  private String snippet(String language) throws IOException {
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(PAGE));
    assertThat(block.find()).as(language).isTrue();
    return block
        .group(1)
        .replace("localhost:9092", config.bootstrapServers())
        .replace("my-reader", "reader-of-" + probe.name(TopicName.TAGGED_ARTICLES))
        .replace(TopicName.TAGGED_ARTICLES.suffix(), probe.name(TopicName.TAGGED_ARTICLES));
  }

  /// The first lines that the command prints; it is ended then.
  private static List<String> run(List<String> command, int count) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine();
          line != null && lines.size() < count;
          line = lines.size() < count ? reader.readLine() : null) {
        // Libraries complain of what the sample leaves out, such as a logger.
        if (!line.startsWith("SLF4J") && !line.startsWith("%")) {
          lines.add(line);
        }
      }
    } finally {
      process.destroyForcibly();
    }
    return lines;
  }

  private static boolean answers(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
