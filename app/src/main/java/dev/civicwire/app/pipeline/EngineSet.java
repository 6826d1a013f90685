package dev.civicwire.app.pipeline;

import dev.civicwire.app.config.Setting;
import dev.civicwire.app.config.Settings;
import dev.civicwire.contract.Json;
import dev.civicwire.contract.StageException;
import dev.civicwire.embedded.BrokerConfig;
import dev.civicwire.embedded.EmbeddedBroker;
import dev.civicwire.embedded.EmbeddedNode;
import dev.civicwire.embedded.Engines;
import dev.civicwire.embedded.NodeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import tools.jackson.core.JacksonException;

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

  /// Where running embedded engines are found by other processes.
  ///
  /// @param pid of the process that runs them
  /// @param started when that process did, in ms since 1970, since pids are used again; 0 = unknown
  /// @param broker its port, 0 = none
  /// @param node its port, 0 = none
  record Notice(long pid, long started, int broker, int node) {
    /// An engine whose process lives is there, or comes back to its port within seconds.
    boolean isAlive() {
      return ProcessHandle.of(pid)
          .filter(process -> Math.abs(startOf(process) - started) < CLOCK_STEP_MS)
          .isPresent();
    }
  }

  /// The system reckons the start from its clock, which may be set meanwhile.
  private static final long CLOCK_STEP_MS = 3000;

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private final String bootstrapServers;
  private final String elasticsearchUrl;
  private final Optional<SupervisedEngine> broker;
  private final Optional<SupervisedEngine> node;
  private final Path notice;

  private EngineSet(
      String bootstrapServers,
      String elasticsearchUrl,
      Optional<SupervisedEngine> broker,
      Optional<SupervisedEngine> node,
      Path notice) {
    this.bootstrapServers = bootstrapServers;
    this.elasticsearchUrl = elasticsearchUrl;
    this.broker = broker;
    this.node = node;
    this.notice = notice;
  }

  /// Finds or starts what `need` names.
  ///
  /// @throws StageException or EngineException where an engine cannot be started
  public static EngineSet open(Settings settings, Need need, Stay stay, Progress progress) {
    Path data = settings.dataFolder();
    Path notice = data.resolve("engines.json");
    Optional<String> kafka = settings.given(Setting.KAFKA_BOOTSTRAP);
    Optional<String> elastic = settings.given(Setting.ELASTICSEARCH_URL);
    Optional<Notice> others = running(notice);
    kafka = kafka.or(() -> others.map(Notice::broker).flatMap(EngineSet::address));
    elastic =
        elastic.or(
            () -> others.map(Notice::node).flatMap(EngineSet::address).map(a -> "http://" + a));
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
            notice);
    set.publish();
    return set;
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
      broker.thenAccept(b -> b.ifPresent(SupervisedEngine::close)).exceptionally(x -> null);
      node.thenAccept(n -> n.ifPresent(SupervisedEngine::close)).exceptionally(x -> null);
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
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

  private static Optional<Notice> running(Path notice) {
    try {
      if (!Files.exists(notice)) {
        return Optional.empty();
      }
      Notice found = Json.mapper().readValue(notice.toFile(), Notice.class);
      return Optional.of(found).filter(Notice::isAlive);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /// The address of an engine on loopback. Whether it answers is seen later: one that is just being
  /// started again must not get a twin.
  private static Optional<String> address(int port) {
    return port == 0 ? Optional.empty() : Optional.of("127.0.0.1:" + port);
  }

  private void publish() {
    if (broker.isEmpty() && node.isEmpty()) {
      return;
    }
    Notice mine =
        new Notice(
            ProcessHandle.current().pid(),
            startOf(ProcessHandle.current()),
            broker.map(SupervisedEngine::port).orElse(0),
            node.map(SupervisedEngine::port).orElse(0));
    try {
      Files.createDirectories(notice.getParent());
      Files.writeString(notice, Json.mapper().writeValueAsString(mine) + "\n");
    } catch (IOException e) {
      close();
      throw new StageException(
          "cannot write " + notice + ": check the folder's mode and free space", e);
    }
  }

  @Override
  public void close() {
    if (broker.isPresent() || node.isPresent()) {
      try {
        Files.deleteIfExists(notice);
      } catch (IOException e) {
        notice.toFile().deleteOnExit();
      }
    }
    var stopping =
        CompletableFuture.runAsync(
            () -> node.ifPresent(SupervisedEngine::close), task -> Thread.ofPlatform().start(task));
    broker.ifPresent(SupervisedEngine::close);
    stopping.join();
  }
}
