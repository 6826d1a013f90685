package dev.civicwire.contract.topic;

import java.util.Locale;

/// How the processes of one stage share its partitions.
public enum GroupProtocol {
  /// KIP-848: the broker assigns. Needs brokers of 4.0 or newer.
  CONSUMER,
  /// The older protocol, for older brokers.
  CLASSIC;

  /// As Kafka spells it in `group.protocol`.
  String setting() {
    return name().toLowerCase(Locale.ROOT);
  }
}
