package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlLog;
import dev.civicwire.contract.CrawlShares;

/// The hosts that one run crawls, of those that several crawls share.
///
/// @param number of the part
/// @param shares to which part a host belongs
record HostPart(int number, CrawlShares shares) {
  /// All hosts.
  static HostPart whole() {
    return new HostPart(CrawlShares.WHOLE, CrawlShares.whole(CrawlLog.none()));
  }

  boolean holds(String host) {
    return shares.part(host) == number;
  }
}
