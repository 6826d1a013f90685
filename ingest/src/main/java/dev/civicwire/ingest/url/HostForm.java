package dev.civicwire.ingest.url;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.HttpUrl;

/// Hosts as the URL standard of the WHATWG has them where the parser is more lenient: a host that
/// ends in a number is an IPv4 address in whatever form (`0x7f.1`) or none at all, so that no two
/// readers of an address disagree on where it leads.
final class HostForm {
  private static final String FORBIDDEN = " #/<>?@[\\]^|%";

  /// Of a name in the DNS (RFC 1035 section 2.3.4), in characters.
  private static final int MAX_LENGTH = 253;

  private static final int BYTE_VALUES = 256;
  private static final int PARTS = 4;

  private HostForm() {}

  /// `url` with its host in the standard's form; empty where the standard has no such host.
  static Optional<HttpUrl> standard(HttpUrl url) {
    String host = url.host();
    if (host.indexOf(':') >= 0) {
      return Optional.of(url);
    }
    if (host.length() > MAX_LENGTH || hasForbidden(host)) {
      return Optional.empty();
    }
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (!endsInDigitLabel(name)) {
      return Optional.of(url);
    }
    String[] parts = name.split("\\.");
    String last = parts.length == 0 ? "" : parts[parts.length - 1];
    if (!isNumeric(last)) {
      return Optional.of(url);
    }
    return address(parts).map(ip -> ip.equals(host) ? url : url.newBuilder().host(ip).build());
  }

  /// Whether the last label begins with a digit, as every number does.
  private static boolean endsInDigitLabel(String name) {
    int start = name.lastIndexOf('.') + 1;
    return start == name.length() || (name.charAt(start) >= '0' && name.charAt(start) <= '9');
  }

  static boolean hasForbidden(CharSequence host) {
    for (int i = 0; i < host.length(); i++) {
      if (host.charAt(i) <= ' ' || FORBIDDEN.indexOf(host.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNumeric(String part) {
    return !part.isEmpty()
        && (part.chars().allMatch(c -> c >= '0' && c <= '9') || number(part).isPresent());
  }

  private static Optional<String> address(String[] parts) {
    if (parts.length > PARTS) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 0; i < parts.length; i++) {
      OptionalLong part = number(parts[i]);
      boolean isLast = i == parts.length - 1;
      long limit = isLast ? 1L << (Byte.SIZE * (PARTS - i)) : BYTE_VALUES;
      if (part.isEmpty() || part.getAsLong() >= limit) {
        return Optional.empty();
      }
      address += part.getAsLong() << (isLast ? 0 : (Byte.SIZE * (PARTS - 1 - i)));
    }
    return Optional.of(
        "%d.%d.%d.%d"
            .formatted(
                address >> 24, (address >> 16) & 0xff, (address >> 8) & 0xff, address & 0xff));
  }

  /// Decimal, octal after `0`, hexadecimal after `0x`; larger than any address where it is long.
  private static OptionalLong number(String part) {
    String text = part.toLowerCase(Locale.ROOT);
    int radix = 10;
    if (text.startsWith("0x")) {
      text = text.substring(2);
      radix = 16;
    } else if (text.length() > 1 && text.startsWith("0")) {
      text = text.substring(1);
      radix = 8;
    } else if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    int base = radix;
    if (!text.chars().allMatch(c -> c < 0x80 && Character.digit(c, base) >= 0)) {
      return OptionalLong.empty();
    }
    String digits = text.replaceFirst("^0+", "");
    if (digits.length() > 11) {
      return OptionalLong.of(Long.MAX_VALUE);
    }
    return OptionalLong.of(digits.isEmpty() ? 0 : Long.parseLong(digits, radix));
  }
}
