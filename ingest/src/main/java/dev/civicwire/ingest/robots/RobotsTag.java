package dev.civicwire.ingest.robots;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a page asks of crawlers beside robots.txt: by `X-Robots-Tag` headers, each with rules for
/// all crawlers or for the one that is named before a colon, up to the end of its header, and by
/// the contents of `meta` elements.
public final class RobotsTag {
  /// The name by which a page may speak to this crawler alone, whatever an installation calls
  /// itself.
  public static final String OWN_NAME = "civicwire";

  private static final String NOINDEX = "noindex";
  private static final String NOFOLLOW = "nofollow";

  /// A rule's value is no rule: `max-image-preview:none`.
  private static final Pattern VALUE = Pattern.compile(":\\s*[^,;\\s]+");

  private static final Pattern BETWEEN_RULES = Pattern.compile("[,;\\s]+");

  private RobotsTag() {}

  /// Whether one of `headers` asks `agent` not to use the page.
  public static boolean forbidsIndexing(List<String> headers, String agent) {
    return headers.stream().anyMatch(header -> has(header, agent, NOINDEX));
  }

  /// Whether one of `headers` asks `agent` not to follow the page's links.
  public static boolean forbidsFollowing(List<String> headers, String agent) {
    return headers.stream().anyMatch(header -> has(header, agent, NOFOLLOW));
  }

  /// Whether the content of a `meta` element asks not to use the page.
  public static boolean metaForbidsIndexing(String content) {
    return metaHas(content, NOINDEX);
  }

  /// Whether the content of a `meta` element asks not to follow the page's links.
  public static boolean metaForbidsFollowing(String content) {
    return metaHas(content, NOFOLLOW);
  }

  private static boolean has(String header, String agent, String rule) {
    boolean ours = true;
    for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
      String value = part.strip();
      int colon = value.indexOf(':');
      if (colon > 0 && !value.startsWith("unavailable_after") && !value.startsWith("max-")) {
        ours = value.substring(0, colon).strip().equals(agent.toLowerCase(Locale.ROOT));
        value = value.substring(colon + 1).strip();
      }
      if (ours && forbids(value, rule)) {
        return true;
      }
    }
    return false;
  }

  private static boolean metaHas(String content, String rule) {
    String rules = VALUE.matcher(content.toLowerCase(Locale.ROOT)).replaceAll("");
    return BETWEEN_RULES.splitAsStream(rules).anyMatch(value -> forbids(value, rule));
  }

  private static boolean forbids(String value, String rule) {
    return value.equals(rule) || value.equals("none");
  }
}
