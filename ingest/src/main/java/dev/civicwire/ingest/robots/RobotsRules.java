package dev.civicwire.ingest.robots;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// The rules of one robots.txt for one crawler, by crawler-commons.
public final class RobotsRules {
  /// RFC 9309 section 2.5: at least this much is read.
  public static final int MAX_BYTES = 500 * 1024;

  private final BaseRobotRules rules;

  private RobotsRules(BaseRobotRules rules) {
    this.rules = rules;
  }

  /// The rules in `body` for the product token `agent`.
  public static RobotsRules parse(String url, byte[] body, String contentType, String agent) {
    // The parser forbids a whole site that asks for a long delay; the delay is capped here instead.
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
    return new RobotsRules(
        parser.parseContent(url, body, contentType, List.of(agent.toLowerCase(Locale.ROOT))));
  }

  /// No rules: everything may be fetched.
  public static RobotsRules allowAll() {
    return new RobotsRules(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL));
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
