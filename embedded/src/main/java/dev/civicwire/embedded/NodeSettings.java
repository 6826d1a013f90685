package dev.civicwire.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// The settings of a node that is the whole cluster.
record NodeSettings(NodeConfig config, DataFolder folder) {
  /// The file in the settings folder that tells the node where to log.
  static final String LOGGING = "log4j2.properties";

  /// Writes the one file that the node reads, and gives all that it is sent.
  ServerArguments write() {
    try (InputStream logging =
        Objects.requireNonNull(NodeSettings.class.getResourceAsStream("node-log4j2.properties"))) {
      Files.copy(logging, folder.settings().resolve(LOGGING), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw folder.notWritable(failure);
    }
    return new ServerArguments(settings(), folder.settings(), folder.logs());
  }

  private SortedMap<String, String> settings() {
    SortedMap<String, String> settings = new TreeMap<>();
    settings.put("cluster.name", "civicwire");
    settings.put("node.name", "civicwire");
    settings.put("discovery.type", "single-node");
    settings.put("network.host", "127.0.0.1");
    settings.put("http.port", Integer.toString(config.port()));
    settings.put("transport.port", "0");
    settings.put("node.portsfile", "true");
    settings.put("path.home", config.engines().node().toString());
    settings.put("path.data", folder.data().toString());
    settings.put("path.logs", folder.logs().toString());
    settings.put("path.repo", folder.snapshots().toString());
    // Reached from this machine only, like the broker.
    settings.put("xpack.security.enabled", "false");
    // A laptop's disk is often over 90 % full with many gigabytes left; prepare() asks for space.
    settings.put("cluster.routing.allocation.disk.threshold_enabled", "false");
    return settings;
  }
}
