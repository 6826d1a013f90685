package dev.civicwire.embedded;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/// The settings file of a broker that is its own controller and the only one.
///
/// @param port the port of clients
/// @param controllerPort the port on which the broker talks to itself
record BrokerSettings(DataFolder folder, int port, int controllerPort) {

  // log4j and Kafka read this as Latin-1 or UTF-8 with escapes: Properties.store writes escapes.
  Path write() {
    Path file = folder.settings().resolve("broker.properties");
    Properties settings = new Properties();
    settings.putAll(addresses());
    settings.putAll(oneNode());
    settings.putAll(quickTakeover());
    settings.putAll(smallMachine());
    settings.setProperty("log.dirs", folder.data().toString());
    try (Writer out = Files.newBufferedWriter(file)) {
      settings.store(out, "Written at every start: edits are lost");
    } catch (IOException failure) {
      throw folder.notWritable(failure);
    }
    return file;
  }

  private Map<String, String> addresses() {
    String clients = "PLAINTEXT://127.0.0.1:" + port;
    return Map.of(
        "process.roles", "broker,controller",
        "node.id", "1",
        "listeners", clients + ",CONTROLLER://127.0.0.1:" + controllerPort,
        "advertised.listeners", clients,
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "inter.broker.listener.name", "PLAINTEXT",
        "controller.listener.names", "CONTROLLER",
        // A static voter stands in the settings only, so the ports may change between starts.
        "controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
  }

  private static Map<String, String> oneNode() {
    return Map.of(
        "default.replication.factor", "1",
        "min.insync.replicas", "1",
        "offsets.topic.replication.factor", "1",
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "share.coordinator.state.topic.replication.factor", "1",
        "share.coordinator.state.topic.min.isr", "1",
        // After a kill the controller refuses the broker until its old session has ended: 9 s.
        "broker.session.timeout.ms", "3000",
        "broker.heartbeat.interval.ms", "500",
        "auto.create.topics.enable", "false");
  }

  /// By default the partitions of a killed process stand still for 45 s before another takes them.
  private static Map<String, String> quickTakeover() {
    return Map.of(
        "group.consumer.session.timeout.ms", "10000",
        "group.consumer.min.session.timeout.ms", "6000",
        "group.consumer.heartbeat.interval.ms", "2000",
        "group.consumer.min.heartbeat.interval.ms", "1000");
  }

  private static Map<String, String> smallMachine() {
    return Map.of(
        // 50 partitions each by default; the number cannot be lowered later.
        "offsets.topic.num.partitions", "4",
        "transaction.state.log.num.partitions", "4",
        "share.coordinator.state.topic.num.partitions", "4",
        "group.initial.rebalance.delay.ms", "0",
        "log.cleaner.dedupe.buffer.size", "16777216",
        "num.network.threads", "2",
        "num.io.threads", "4",
        "num.recovery.threads.per.data.dir", "2");
  }
}
