package dev.civicwire.embedded;

import java.nio.file.Path;
import java.time.Duration;

/// How to start an embedded Elasticsearch node.
///
/// @param folder where the node keeps its indexes for ever; made when missing, never shared
/// @param engines where the unpacked distribution is
/// @param javaHome the JDK (25 or newer) that runs it
/// @param heapMegabytes its largest heap
/// @param port the loopback port of HTTP, 0 for any free one
/// @param quick compile with C1 only: starts in half the time and runs slower later
/// @param patience how long the start may take
public record NodeConfig(
    Path folder,
    Engines engines,
    Path javaHome,
    int heapMegabytes,
    int port,
    boolean quick,
    Duration patience) {

  /// A node to keep: full optimisation, a gigabyte of heap, any free port.
  public static NodeConfig resident(Path folder, Engines engines) {
    return new NodeConfig(folder, engines, Defaults.javaHome(), 1024, 0, false, Defaults.PATIENCE);
  }

  /// A node for tests and the demonstration.
  public static NodeConfig quick(Path folder, Engines engines) {
    return new NodeConfig(folder, engines, Defaults.javaHome(), 512, 0, true, Defaults.PATIENCE);
  }

  /// The same on this port.
  public NodeConfig withPort(int chosen) {
    return new NodeConfig(folder, engines, javaHome, heapMegabytes, chosen, quick, patience);
  }

  /// The same with this largest heap.
  public NodeConfig withHeapMegabytes(int megabytes) {
    return new NodeConfig(folder, engines, javaHome, megabytes, port, quick, patience);
  }
}
