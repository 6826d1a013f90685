package dev.civicwire.ingest.fetch;

import dev.civicwire.contract.StageException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/// A block of IP addresses in CIDR form, such as `127.0.0.0/8` or `fc00::/7`; a single address is a
/// block of one.
///
/// @param length of an address of its family, in bits
/// @param bits of the prefix that count
/// @param prefix those bits
record AddressBlock(int length, int bits, BigInteger prefix) {
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
      int length = bytes.length * Byte.SIZE;
      int bits = slash < 0 ? length : Integer.parseInt(text.substring(slash + 1));
      if (bits < 0 || bits > length) {
        throw new NumberFormatException(text);
      }
      return new AddressBlock(length, bits, new BigInteger(1, bytes).shiftRight(length - bits));
    } catch (UnknownHostException | NumberFormatException e) {
      throw new StageException(
          "%s is no address block; write it like 127.0.0.0/8 or fc00::/7".formatted(text), e);
    }
  }

  boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length * Byte.SIZE == length
        && new BigInteger(1, bytes).shiftRight(length - bits).equals(prefix);
  }

  private static boolean isLiteral(String address) {
    return !address.isEmpty()
        && address.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':');
  }
}
