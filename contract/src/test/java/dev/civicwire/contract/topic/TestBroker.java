package dev.civicwire.contract.topic;

import dev.civicwire.embedded.BrokerConfig;
import dev.civicwire.embedded.EmbeddedBroker;
import dev.civicwire.embedded.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One real broker for all test classes of a run. A parameter of type [KafkaConfig] is its address
/// with a prefix of its own for every test, so that tests do not see each other's topics.
final class TestBroker implements ParameterResolver {
  private static final ExtensionContext.Namespace SPACE =
      ExtensionContext.Namespace.create(TestBroker.class);
  private static final int PARTITIONS = 3;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == KafkaConfig.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Started started =
        context
            .getRoot()
            .getStore(SPACE)
            .computeIfAbsent("broker", key -> new Started(), Started.class);
    String prefix = UUID.randomUUID().toString().substring(0, 8) + "-";
    return KafkaConfig.of(started.broker.bootstrapServers()).withTopics(prefix, PARTITIONS);
  }

  private static final class Started implements AutoCloseable {
    private final Path folder;
    private final EmbeddedBroker broker;

    Started() {
      try {
        folder = Files.createTempDirectory("contract-broker");
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      broker = EmbeddedBroker.start(BrokerConfig.quick(folder, Engines.locate()));
    }

    @Override
    public void close() throws IOException {
      broker.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
