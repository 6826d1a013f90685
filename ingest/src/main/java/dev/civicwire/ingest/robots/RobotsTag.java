package dev.civicwire.ingest.robots;

import java.util.Locale;

/// The `X-Robots-Tag` headers, one a line: rules for all crawlers, or for the one that is named
/// before a colon, up to the end of its header.
public final class RobotsTag {
  private RobotsTag() {}

  /// Whether `header` asks `agent` not to use the page.
  public static boolean forbidsIndexing(String header, String agent) {
    return has(header, agent, "noindex");
  }

  /// Whether `header` asks `agent` not to follow the page's links.
  public static boolean forbidsFollowing(String header, String agent) {
    return has(header, agent, "nofollow");
  }

  private static boolean has(String headers, String agent, String rule) {
    return headers.lines().anyMatch(header -> hasOne(header, agent, rule));
  }

  private static boolean hasOne(String header, String agent, String rule) {
    boolean ours = true;
    for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
      String value = part.strip();
      int colon = value.indexOf(':');
      if (colon > 0 && !value.startsWith("unavailable_after") && !value.startsWith("max-")) {
        ours = value.substring(0, colon).strip().equals(agent.toLowerCase(Locale.ROOT));
        value = value.substring(colon + 1).strip();
      }
      if (ours && (value.equals(rule) || value.equals("none"))) {
        return true;
      }
    }
    return false;
  }
}
