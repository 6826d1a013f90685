package dev.civicwire.ingest.crawl;

import dev.civicwire.ingest.url.UrlIdentity;
import java.util.HashMap;
import java.util.Map;

/// Addresses that servers make up without end: segments that repeat, very deep paths.
final class Traps {
  private static final int MAX_REPEATS = 2;
  private static final int MAX_DEPTH = 20;

  private Traps() {}

  static boolean isTrap(String url) {
    String identity = UrlIdentity.of(url);
    int query = identity.indexOf('?');
    int path = identity.indexOf('/', identity.indexOf("//") + 2);
    int end = query < 0 ? identity.length() : query;
    String[] segments = identity.substring(path < 0 || path > end ? end : path, end).split("/");
    if (segments.length > MAX_DEPTH) {
      return true;
    }
    Map<String, Integer> counts = new HashMap<>();
    for (String segment : segments) {
      if (!segment.isEmpty() && counts.merge(segment, 1, Integer::sum) > MAX_REPEATS) {
        return true;
      }
    }
    return false;
  }
}
