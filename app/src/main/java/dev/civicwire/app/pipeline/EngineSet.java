package dev.civicwire.app.pipeline;

import dev.civicwire.app.config.Setting;
import dev.civicwire.app.config.Settings;
import dev.civicwire.contract.StageException;
import dev.civicwire.embedded.BrokerConfig;
import dev.civicwire.embedded.EmbeddedBroker;
import dev.civicwire.embedded.EmbeddedNode;
import dev.civicwire.embedded.Engines;
import dev.civicwire.embedded.NodeConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The engines that a command talks to: given ones, those that another Civicwire process runs
/// on the same data folder, or embedded ones of our own.
public final class EngineSet implements AutoCloseable {
  /// Which engines a command needs.
  public enum Need {
    BROKER,
    NODE,
    BOTH
  }

  /// How embedded engines are started: fast to be there, or fast in the long run.
  public enum Stay {
    SHORT,
    LONG
  }

  private final String bootstrapServers;
  private final String elasticsearchUrl;
  private final Optional<SupervisedEngine> broker;
  private final Optional<SupervisedEngine> node;
  private final Path data;

  private EngineSet(
      String bootstrapServers,
      String elasticsearchUrl,
      Optional<SupervisedEngine> broker,
      Optional<SupervisedEngine> node,
      Path data) {
    this.bootstrapServers = bootstrapServers;
    this.elasticsearchUrl = elasticsearchUrl;
    this.broker = broker;
    this.node = node;
    this.data = data;
  }

  /// Finds or starts what `need` names.
  ///
  /// @throws StageException or EngineException where an engine cannot be started
  public static EngineSet open(Settings settings, Need need, Stay stay, Progress progress) {
    Path data = settings.dataFolder();
    Optional<String> kafka =
        settings.given(Setting.KAFKA_BOOTSTRAP).or(() -> EngineNotice.address(broker(data)));
    Optional<String> elastic =
        settings
            .given(Setting.ELASTICSEARCH_URL)
            .or(() -> EngineNotice.address(node(data)).map(address -> "http://" + address));
    boolean startBroker = kafka.isEmpty() && need != Need.NODE;
    boolean startNode = elastic.isEmpty() && need != Need.BROKER;
    var broker = async(startBroker, () -> startBroker(data.resolve("kafka"), stay, progress));
    var node = async(startNode, () -> startNode(data.resolve("elasticsearch"), stay, progress));
    Started started = join(broker, node);
    EngineSet set =
        new EngineSet(
            kafka.orElseGet(() -> started.broker().map(b -> "127.0.0.1:" + b.port()).orElse("")),
            elastic.orElseGet(
                () -> started.node().map(n -> "http://127.0.0.1:" + n.port()).orElse("")),
            started.broker(),
            started.node(),
            data);
    set.publish();
    return set;
  }

  private static Path broker(Path data) {
    return data.resolve("broker.json");
  }

  private static Path node(Path data) {
    return data.resolve("node.json");
  }

  private record Started(Optional<SupervisedEngine> broker, Optional<SupervisedEngine> node) {}

  private static CompletableFuture<Optional<SupervisedEngine>> async(
      boolean wanted, java.util.function.Supplier<SupervisedEngine> start) {
    return wanted
        ? CompletableFuture.supplyAsync(
            () -> Optional.of(start.get()), task -> Thread.ofPlatform().start(task))
        : CompletableFuture.completedFuture(Optional.empty());
  }

  /// Both or none: an engine whose twin failed is stopped again.
  private static Started join(
      CompletableFuture<Optional<SupervisedEngine>> broker,
      CompletableFuture<Optional<SupervisedEngine>> node) {
    try {
      return new Started(broker.join(), node.join());
    } catch (CompletionException e) {
      stop(broker);
      stop(node);
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /// Waits for a start that is under way: what it makes must not outlive us.
  private static void stop(CompletableFuture<Optional<SupervisedEngine>> starting) {
    var _ =
        starting
            .thenAccept(engine -> engine.ifPresent(SupervisedEngine::close))
            .exceptionally(failure -> null)
            .join();
  }

  private static SupervisedEngine startBroker(Path folder, Stay stay, Progress progress) {
    Engines engines = Engines.locate();
    BrokerConfig config =
        stay == Stay.SHORT
            ? BrokerConfig.quick(folder, engines)
            : BrokerConfig.resident(folder, engines);
    SupervisedEngine engine =
        new SupervisedEngine(
            "the broker",
            progress,
            port -> SupervisedEngine.Running.of(EmbeddedBroker.start(config.withPort(port))));
    progress.line("broker up on 127.0.0.1:" + engine.port());
    return engine;
  }

  private static SupervisedEngine startNode(Path folder, Stay stay, Progress progress) {
    Engines engines = Engines.locate();
    NodeConfig config =
        stay == Stay.SHORT
            ? NodeConfig.quick(folder, engines)
            : NodeConfig.resident(folder, engines);
    SupervisedEngine engine =
        new SupervisedEngine(
            "the node",
            progress,
            port -> SupervisedEngine.Running.of(EmbeddedNode.start(config.withPort(port))));
    progress.line("Elasticsearch node up on 127.0.0.1:" + engine.port());
    return engine;
  }

  /// What a Kafka client sets as `bootstrap.servers`; empty where none was needed.
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /// Base address of Elasticsearch; empty where none was needed.
  public String elasticsearchUrl() {
    return elasticsearchUrl;
  }

  /// Resident memory in MB by process name, of the engines started here.
  public Map<String, Long> megabytes() {
    Map<String, Long> table = new TreeMap<>();
    broker.ifPresent(b -> table.put("broker", b.megabytes()));
    node.ifPresent(n -> table.put("elasticsearch", n.megabytes()));
    return table;
  }

  /// Process ids by name, of the engines started here.
  public Map<String, Long> pids() {
    Map<String, Long> table = new TreeMap<>();
    broker.ifPresent(b -> table.put("broker", b.pid()));
    node.ifPresent(n -> table.put("elasticsearch", n.pid()));
    return table;
  }

  /// Runs `action` when an engine of ours ends for good.
  public void whenOneIsGivenUp(Runnable action) {
    broker.ifPresent(engine -> engine.whenGivenUp(action));
    node.ifPresent(engine -> engine.whenGivenUp(action));
  }

  /// Tells the end of an engine of ours.
  ///
  /// @throws StageException where one ended again and again and was given up
  public void check() {
    if (broker.map(SupervisedEngine::isGivenUp).orElse(false)) {
      throw givenUp("broker", "kafka");
    }
    if (node.map(SupervisedEngine::isGivenUp).orElse(false)) {
      throw givenUp("Elasticsearch node", "elasticsearch");
    }
  }

  private StageException givenUp(String name, String folder) {
    return new StageException(
        "the %s cannot be kept running: its log in %s says why"
            .formatted(name, data.resolve(folder)));
  }

  private void publish() {
    try {
      broker.ifPresent(engine -> EngineNotice.publish(broker(data), engine.port()));
      node.ifPresent(engine -> EngineNotice.publish(node(data), engine.port()));
    } catch (StageException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    broker.ifPresent(engine -> EngineNotice.withdraw(broker(data)));
    node.ifPresent(engine -> EngineNotice.withdraw(node(data)));
    var stopping =
        CompletableFuture.runAsync(
            () -> node.ifPresent(SupervisedEngine::close), task -> Thread.ofPlatform().start(task));
    broker.ifPresent(SupervisedEngine::close);
    stopping.join();
  }
}
