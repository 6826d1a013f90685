package dev.civicwire.contract.topic;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// The W3C Trace Context header that follows an article through all topics.
final class TraceParent {
  static final String HEADER = "traceparent";

  private TraceParent() {}

  /// A new trace: version 00, 16 random bytes, 8 random bytes, sampled.
  static String create(RandomGenerator random) {
    return "00-" + hex(random, 16) + "-" + hex(random, 8) + "-01";
  }

  /// All zeros would be invalid; the last bit is always set instead.
  private static String hex(RandomGenerator random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    bytes[length - 1] |= 1;
    return HexFormat.of().formatHex(bytes);
  }
}
