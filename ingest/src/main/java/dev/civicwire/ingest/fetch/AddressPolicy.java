package dev.civicwire.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// Which addresses and ports the crawler connects to: ports 80 and 443 of public addresses, and
/// whatever the operator has listed. Links come from strangers, and must not lead a crawler into
/// its own network (server-side request forgery).
public final class AddressPolicy {
  private static final Set<Integer> PORTS = Set.of(80, 443);
  private static final List<AddressBlock> RESERVED = reserved();

  private final List<AddressBlock> allowed;
  private final boolean publicToo;

  private AddressPolicy(List<AddressBlock> allowed, boolean publicToo) {
    this.allowed = allowed;
    this.publicToo = publicToo;
  }

  /// Public addresses, and the listed blocks (`127.0.0.0/8`) at any port.
  ///
  /// @throws dev.civicwire.contract.StageException where an entry is no block
  public static AddressPolicy allowing(List<String> blocks) {
    return new AddressPolicy(blocks.stream().map(AddressBlock::parse).toList(), true);
  }

  /// Only loopback, at any port: for the demonstration, and for a crawler without a contact
  /// address.
  public static AddressPolicy loopbackOnly() {
    return new AddressPolicy(
        List.of(AddressBlock.parse("127.0.0.0/8"), AddressBlock.parse("::1")), false);
  }

  /// Whether a connection to `address` may be made.
  public boolean allows(InetSocketAddress address) {
    InetAddress ip = address.getAddress();
    return ip != null
        && (allowed.stream().anyMatch(block -> block.contains(ip))
            || (publicToo && PORTS.contains(address.getPort()) && isPublic(ip)));
  }

  static boolean isPublic(InetAddress ip) {
    return RESERVED.stream().noneMatch(block -> block.contains(ip));
  }

  private static List<AddressBlock> reserved() {
    try (InputStream in = AddressPolicy.class.getResourceAsStream("reserved-addresses.txt")) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: reserved-addresses.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .map(AddressBlock::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
