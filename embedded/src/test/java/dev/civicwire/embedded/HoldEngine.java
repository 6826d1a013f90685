package dev.civicwire.embedded;

import java.io.IOException;
import java.nio.file.Path;

/// A parent that the tests can kill: starts an engine, prints its pid and address, and waits.
final class HoldEngine {
  private HoldEngine() {}

  /// Arguments: `broker` or `node`, and the folder.
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    try {
      if (arguments[0].equals("broker")) {
        EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.quick(folder, Engines.locate()));
        System.out.println(broker.pid() + " " + broker.bootstrapServers());
      } else {
        EmbeddedNode node = EmbeddedNode.start(NodeConfig.quick(folder, Engines.locate()));
        System.out.println(node.pid() + " " + node.url());
      }
      System.in.transferTo(System.out);
    } catch (EngineException refused) {
      System.out.println(refused.getMessage());
    }
  }
}
