package dev.civicwire.ingest.robots;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import dev.civicwire.ingest.fetch.FetchFailure;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// The rules of one robots.txt for one crawler, by crawler-commons.
public final class RobotsRules {
  /// RFC 9309 section 2.5: at least this much is read.
  public static final int MAX_BYTES = 500 * 1024;

  private static final int VERSION_BYTES = 6;

  /// Length of a byte order mark of UTF-8.
  private static final int MARK = 3;

  private final BaseRobotRules rules;

  private final String version;

  private RobotsRules(BaseRobotRules rules, String version) {
    this.rules = rules;
    this.version = version;
  }

  /// The rules in `body` for the product token `agent`.
  public static RobotsRules parse(String url, byte[] body, String contentType, String agent) {
    // The parser forbids a whole site that asks for a long delay; the delay is capped here instead.
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
    return new RobotsRules(
        parser.parseContent(
            url, withoutDebris(body), contentType, List.of(agent.toLowerCase(Locale.ROOT))),
        hash(body));
  }

  /// Whether a robots.txt that did not come for `reason` means that there are no rules (RFC 9309
  /// section 2.3.1.3). For all other reasons nothing is fetched until there is an answer; so for
  /// 429 too, which is no statement about the file.
  public static boolean areNone(FetchFailure reason) {
    return switch (reason) {
      case DENIED, CLIENT_ERROR -> true;
      case DNS,
          CONNECT,
          UNSAFE_ADDRESS,
          TLS,
          TIMEOUT,
          BROKEN_RESPONSE,
          THROTTLED,
          SERVER_ERROR,
          BAD_REDIRECT,
          REDIRECT_LOOP,
          UNEXPECTED_STATUS ->
          false;
    };
  }

  /// A byte order mark that is not whole would hide the first line; Google's parser skips it too.
  private static byte[] withoutDebris(byte[] body) {
    boolean utf16 =
        body.length > 1 && (body[0] == (byte) 0xff || body[0] == (byte) 0xfe) && body[1] < 0;
    int start = 0;
    while (!utf16 && start < Math.min(body.length, MARK) && body[start] < '\t') {
      start++;
    }
    return start == 0 ? body : Arrays.copyOfRange(body, start, body.length);
  }

  /// No rules: everything may be fetched.
  public static RobotsRules allowAll() {
    return new RobotsRules(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), "none");
  }

  /// The first hex digits of the file's SHA-256, or `none`.
  public String version() {
    return version;
  }

  private static String hash(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(digest, 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// Whether `url` may be fetched.
  public boolean allows(String url) {
    return rules.isAllowed(url);
  }

  /// Pause between requests that is asked for, zero where none is.
  public Duration delay() {
    long millis = rules.getCrawlDelay();
    return millis <= 0 ? Duration.ZERO : Duration.ofMillis(millis);
  }

  /// Sitemaps that the file names.
  public List<String> sitemaps() {
    return List.copyOf(rules.getSitemaps());
  }
}
