package dev.civicwire.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line of the broker's JVM.
record BrokerCommand(BrokerConfig config, DataFolder folder) {
  private static final String MAIN = "dev.civicwire.embedded.child.BrokerMain";

  List<String> line(Path settings) {
    List<String> line = new ArrayList<>(Session.ownSession());
    line.add(config.javaHome().resolve("bin/java").toString());
    line.addAll(JvmFlags.heap(config.heapMegabytes(), config.quick()));
    line.addAll(JvmFlags.crashes(folder));
    line.add("--sun-misc-unsafe-memory-access=allow");
    line.add("--enable-native-access=ALL-UNNAMED");
    line.add("-Djava.io.tmpdir=" + folder.temporary());
    line.add("-Dcivicwire.logs=" + folder.logs());
    line.add("-cp");
    line.add(config.engines().broker().resolve("*").toString());
    line.add(MAIN);
    line.add(settings.toString());
    return line;
  }
}
