package dev.civicwire.ingest.url;

import com.ibm.icu.text.IDNA;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Names with letters beyond ASCII, by UTS 46 as the URL standard applies it: joiners only
/// in their context, directions not mixed, Punycode that is what encoding gives. Names in
/// ASCII, `xn--…` too, are left to the parser, as the standard leaves them as they are.
final class InternationalName {
  /// The URL standard asks for neither hyphens in their places nor the lengths of the DNS.
  private static final Set<IDNA.Error> TOLERATED =
      EnumSet.of(
          IDNA.Error.LEADING_HYPHEN,
          IDNA.Error.TRAILING_HYPHEN,
          IDNA.Error.HYPHEN_3_4,
          IDNA.Error.EMPTY_LABEL,
          IDNA.Error.LABEL_TOO_LONG,
          IDNA.Error.DOMAIN_NAME_TOO_LONG);

  private static final String ENDS_AUTHORITY = "/\\?#";

  private InternationalName() {}

  /// `url`, an address or a link without a scheme, with its host in ASCII; empty where there can be
  /// no such host.
  static Optional<String> toAscii(String url) {
    int start = authority(url);
    if (start < 0 || (isAscii(url) && url.indexOf('%', start) < 0)) {
      return Optional.of(url);
    }
    int end = start;
    while (end < url.length() && ENDS_AUTHORITY.indexOf(url.charAt(end)) < 0) {
      end++;
    }
    int from = Math.max(start, url.lastIndexOf('@', end - 1) + 1);
    int to = withoutPort(url, from, end);
    String host = decoded(url.substring(from, to));
    return isAscii(host)
        ? Optional.of(url)
        : name(host).map(ascii -> url.substring(0, from) + ascii + url.substring(to));
  }

  /// Where the authority starts; -1 where there is none.
  private static int authority(String url) {
    int colon = url.regionMatches(true, 0, "https:", 0, 6) ? 6 : 0;
    int start = url.regionMatches(true, 0, "http:", 0, 5) ? 5 : colon;
    int i = start;
    while (i < url.length() && (url.charAt(i) == '/' || url.charAt(i) == '\\')) {
      i++;
    }
    // A link of one slash is a path; browsers take any number of them behind a scheme.
    return i - start >= (start == 0 ? 2 : 1) ? i : -1;
  }

  private static int withoutPort(String url, int from, int end) {
    int i = end;
    while (i > from && url.charAt(i - 1) >= '0' && url.charAt(i - 1) <= '9') {
      i--;
    }
    return i > from && url.charAt(i - 1) == ':' ? i - 1 : end;
  }

  /// A stray percent sign stays one, and so makes the host none.
  private static String decoded(String host) {
    if (host.indexOf('%') < 0) {
      return host;
    }
    try {
      return URLDecoder.decode(host.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noEscape) {
      return host;
    }
  }

  private static Optional<String> name(String host) {
    IDNA.Info info = new IDNA.Info();
    StringBuilder ascii = new StringBuilder();
    IDNA.getUTS46Instance(IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII)
        .nameToASCII(host, ascii, info);
    return TOLERATED.containsAll(info.getErrors()) && !HostForm.hasForbidden(ascii)
        ? Optional.of(ascii.toString())
        : Optional.empty();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
