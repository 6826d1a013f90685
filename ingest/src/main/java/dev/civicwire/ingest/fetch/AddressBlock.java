package dev.civicwire.ingest.fetch;

import dev.civicwire.contract.StageException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/// A block of IP addresses in CIDR form, such as `127.0.0.0/8` or `fc00::/7`; a single address is a
/// block of one.
record AddressBlock(byte[] prefix, int bits) {
  AddressBlock {
    prefix = prefix.clone();
  }

  @Override
  public byte[] prefix() {
    return prefix.clone();
  }

  /// @throws StageException where `text` is no such block: a rule with a slip in it must not
  ///     silently guard nothing
  static AddressBlock parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    try {
      if (!isLiteral(address)) {
        throw new UnknownHostException(address);
      }
      byte[] bytes = InetAddress.getByName(address).getAddress();
      int bits =
          slash < 0 ? bytes.length * Byte.SIZE : Integer.parseInt(text.substring(slash + 1));
      if (bits < 0 || bits > bytes.length * Byte.SIZE) {
        throw new NumberFormatException(text);
      }
      return new AddressBlock(bytes, bits);
    } catch (UnknownHostException | NumberFormatException e) {
      throw new StageException(
          "%s is no address block; write it like 127.0.0.0/8 or fc00::/7".formatted(text), e);
    }
  }

  boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length != prefix.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 1 << (Byte.SIZE - 1 - bit % Byte.SIZE);
      if ((bytes[bit / Byte.SIZE] & mask) != (prefix[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLiteral(String address) {
    return !address.isEmpty()
        && address.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':');
  }
}
