package dev.civicwire.embedded;

import java.nio.file.Path;
import java.time.Duration;

/// How to start an embedded broker.
///
/// @param folder where the broker keeps its log for ever; made when missing, never shared
/// @param engines where the broker's jars are
/// @param javaHome the JDK (25 or newer) that runs it
/// @param heapMegabytes its largest heap
/// @param port the loopback port of clients, 0 for any free one
/// @param quick compile with C1 only: starts in half the time and runs slower later
/// @param patience how long the start may take
public record BrokerConfig(
    Path folder,
    Engines engines,
    Path javaHome,
    int heapMegabytes,
    int port,
    boolean quick,
    Duration patience) {

  /// A broker to keep: full optimisation, half a gigabyte of heap, any free port.
  public static BrokerConfig resident(Path folder, Engines engines) {
    return new BrokerConfig(folder, engines, Defaults.javaHome(), 512, 0, false, Defaults.PATIENCE);
  }

  /// A broker for tests and the demonstration.
  public static BrokerConfig quick(Path folder, Engines engines) {
    return new BrokerConfig(folder, engines, Defaults.javaHome(), 256, 0, true, Defaults.PATIENCE);
  }

  /// The same on this port.
  public BrokerConfig withPort(int chosen) {
    return new BrokerConfig(folder, engines, javaHome, heapMegabytes, chosen, quick, patience);
  }

  /// The same with this largest heap.
  public BrokerConfig withHeapMegabytes(int megabytes) {
    return new BrokerConfig(folder, engines, javaHome, megabytes, port, quick, patience);
  }
}
