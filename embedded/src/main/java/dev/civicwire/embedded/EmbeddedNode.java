package dev.civicwire.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// A real Elasticsearch node in a child JVM, for one machine.
///
/// Its data outlives it: every start on the same folder has the indexes of the last one, after a
/// kill too. It stops when it is closed and when this process ends in whatever way. Started by
/// root, it runs as `nobody`.
public final class EmbeddedNode implements AutoCloseable {
  private final ChildProcess child;
  private final FolderLock lock;
  private final URI url;

  private EmbeddedNode(ChildProcess child, FolderLock lock, URI url) {
    this.child = child;
    this.lock = lock;
    this.url = url;
  }

  /// Starts a node and returns when every primary shard can be searched and written.
  ///
  /// @throws EngineException when the folder cannot be written, has no space or is in use, when the
  ///     wished port is taken, or when the node does not start
  public static EmbeddedNode start(NodeConfig config) {
    Instant deadline = Instant.now().plus(config.patience());
    DataFolder folder = new DataFolder(config.folder());
    folder.prepare(DataFolder.NEEDED_MEGABYTES);
    FolderLock lock = FolderLock.take(folder);
    try {
      ChildRecord.in(folder).awaitGone();
      Ports.requireFree("search node", config.port());
      ChildProcess child = launch(config, folder);
      return new EmbeddedNode(child, lock, awaitUsable(child, folder, deadline));
    } catch (IOException failure) {
      lock.close();
      throw folder.notWritable(failure);
    } catch (RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  private static ChildProcess launch(NodeConfig config, DataFolder folder) throws IOException {
    Files.createDirectories(folder.data());
    Files.createDirectories(folder.snapshots());
    Files.deleteIfExists(portFile(folder));
    ServerArguments arguments = new NodeSettings(config, folder).write();
    Unprivileged user = Unprivileged.toReach(needed(config, folder));
    for (Path tree :
        List.of(folder.data(), folder.logs(), folder.temporary(), folder.snapshots())) {
      user.own(tree);
    }
    return ChildProcess.start(
        "search node",
        new NodeCommand(config, folder, user).line(),
        // Without it the node fails with a NullPointerException.
        Map.of("LIBFFI_TMPDIR", folder.temporary().toString()),
        arguments.bytes(),
        folder);
  }

  private static List<Path> needed(NodeConfig config, DataFolder folder) {
    return List.of(
        folder.data(),
        folder.settings().resolve(NodeSettings.LOGGING),
        config.engines().entitlementBridge(),
        config.javaHome());
  }

  private static URI awaitUsable(ChildProcess child, DataFolder folder, Instant deadline)
      throws IOException {
    if (!child.awaitReady(Duration.between(Instant.now(), deadline))) {
      throw child.ended();
    }
    try {
      URI url = URI.create("http://" + Files.readAllLines(portFile(folder)).getFirst());
      if (new Health(url).awaitYellow(deadline)) {
        return url;
      }
      throw child.failure("started, but its indexes did not become usable");
    } catch (IOException | RuntimeException failure) {
      child.stop();
      throw failure;
    }
  }

  private static Path portFile(DataFolder folder) {
    return folder.logs().resolve("http.ports");
  }

  /// Where the node answers: `http://127.0.0.1:` and its port.
  public URI url() {
    return url;
  }

  /// The child's process id.
  public long pid() {
    return child.pid();
  }

  /// The megabytes of memory the child has in RAM; 0 where the system does not tell.
  public long residentMegabytes() {
    return child.residentMegabytes();
  }

  /// Completes with the exit status when the node ends, asked or not.
  public CompletableFuture<Integer> onExit() {
    return child.onExit();
  }

  /// Completes when the node ends by itself, a full disk being the usual reason; never after
  /// [#close()].
  public CompletableFuture<EngineException> onFailure() {
    return child.onFailure();
  }

  /// Stops the node in order and waits until its process is gone.
  @Override
  public void close() {
    child.stop();
    lock.close();
  }
}
