package dev.civicwire.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// A real Kafka broker in a child JVM, for one machine.
///
/// Its data outlives it: every start on the same folder has the topics of the last one, after a
/// kill too. It stops when it is closed and when this process ends in whatever way.
public final class EmbeddedBroker implements AutoCloseable {
  private static final int ATTEMPTS = 5;

  /// `BrokerMain`'s exit status when somebody took a port between the choice and the bind.
  static final int PORT_TAKEN = 3;

  private final ChildProcess child;
  private final FolderLock lock;
  private final int port;

  private EmbeddedBroker(ChildProcess child, FolderLock lock, int port) {
    this.child = child;
    this.lock = lock;
    this.port = port;
  }

  /// Starts a broker and returns when it takes requests.
  ///
  /// @throws EngineException when the folder cannot be written, has no space or is in use, when the
  ///     wished port is taken, or when the broker does not start
  public static EmbeddedBroker start(BrokerConfig config) {
    DataFolder folder = new DataFolder(config.folder());
    folder.prepare(DataFolder.NEEDED_MEGABYTES);
    FolderLock lock = FolderLock.take(folder);
    try {
      ChildRecord.in(folder).awaitGone();
      Ports.requireFree("broker", config.port());
      return start(config, folder, lock);
    } catch (IOException failure) {
      lock.close();
      throw folder.notWritable(failure);
    } catch (RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  private static EmbeddedBroker start(BrokerConfig config, DataFolder folder, FolderLock lock) {
    for (int attempt = 1; ; attempt++) {
      int port = config.port() == 0 ? Ports.free() : config.port();
      ChildProcess child = launch(config, folder, port);
      if (child.awaitReady(config.patience())) {
        return new EmbeddedBroker(child, lock, port);
      }
      if (child.exitStatus() != PORT_TAKEN || attempt == ATTEMPTS) {
        throw child.ended();
      }
    }
  }

  private static ChildProcess launch(BrokerConfig config, DataFolder folder, int port) {
    Path settings = new BrokerSettings(folder, port, Ports.free()).write();
    return ChildProcess.start(
        "broker", new BrokerCommand(config, folder).line(settings), Map.of(), new byte[0], folder);
  }

  /// What a client sets as `bootstrap.servers`.
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /// The child's process id.
  public long pid() {
    return child.pid();
  }

  /// The megabytes of memory the child has in RAM; 0 where the system does not tell.
  public long residentMegabytes() {
    return child.residentMegabytes();
  }

  /// Completes with the exit status when the broker ends, asked or not.
  public CompletableFuture<Integer> onExit() {
    return child.onExit();
  }

  /// Completes when the broker ends by itself, a full disk being the usual reason; never after
  /// [#close()].
  public CompletableFuture<EngineException> onFailure() {
    return child.onFailure();
  }

  /// Stops the broker in order and waits until its process is gone.
  @Override
  public void close() {
    child.stop();
    lock.close();
  }
}
