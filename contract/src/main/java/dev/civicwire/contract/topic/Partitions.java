package dev.civicwire.contract.topic;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.common.utils.Utils;

/// To which partition a record goes: that of its host, so that all pages of a host are in order and
/// one process crawls it. The hash is the one of Kafka's default partitioner (murmur2) over the
/// host in lower case, so that producers in other languages find the same partition.
final class Partitions {
  private Partitions() {}

  static int ofHost(String host, int partitions) {
    byte[] bytes = host.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(bytes)) % partitions;
  }

  /// The partition of a URL's host; where `url` has none, of the text itself.
  static int ofUrl(String url, int partitions) {
    return ofHost(host(url), partitions);
  }

  private static String host(String url) {
    try {
      String host = new URI(url).getHost();
      return host == null ? url : host;
    } catch (URISyntaxException e) {
      return url;
    }
  }
}
