package dev.civicwire.ingest.url;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The part of a host name that somebody registered, by the public suffix list: `example.co.uk` of
/// `news.example.co.uk`. Names without one (`localhost`, an IP address) are their own.
public final class RegistrableDomain {
  private RegistrableDomain() {}

  /// The registrable domain of `host`, lower case.
  public static String of(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.indexOf('.') < 0 || name.indexOf(':') >= 0 || isIpv4(name)) {
      return name;
    }
    @Nullable String domain = EffectiveTldFinder.getAssignedDomain(name, true, false);
    return domain == null ? name : domain;
  }

  /// Whether one registrant speaks for both hosts.
  public static boolean same(String host, String other) {
    return host.equalsIgnoreCase(other) || of(host).equals(of(other));
  }

  private static boolean isIpv4(String name) {
    return name.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
  }
}
