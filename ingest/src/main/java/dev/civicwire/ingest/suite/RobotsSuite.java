package dev.civicwire.ingest.suite;

import dev.civicwire.ingest.robots.RobotsRules;
import dev.civicwire.ingest.url.UrlIdentity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Google's test of the robots.txt specification (text form of protocol buffers), and the files of
/// crawler-commons with the verdicts that RFC 9309 has for them.
final class RobotsSuite {
  private static final String GOOGLE = "robots/google-spec-test";
  private static final String COMMONS = "robots/crawler-commons";
  private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern HEX = Pattern.compile("\\\\x([0-9a-fA-F]{2})");

  private RobotsSuite() {}

  static List<SuiteResult> run(SuiteFolder suites) {
    List<SuiteResult> results = new ArrayList<>();
    if (suites.has(GOOGLE)) {
      results.add(google(suites));
    }
    if (suites.has(COMMONS)) {
      results.add(commons(suites));
    }
    return results;
  }

  private static SuiteResult google(SuiteFolder suites) {
    Score score = new Score("robots/google-spec-test");
    for (Path file : suites.files(GOOGLE, ".textproto")) {
      // Byte for byte: the text of a robots.txt may be in no encoding at all.
      String bytes = new String(SuiteFolder.bytes(file), StandardCharsets.ISO_8859_1);
      for (String test : bytes.split("robotstxt:")) {
        cases(test, suites.name(file), score);
      }
    }
    return score.result();
  }

  /// One file's text and the addresses that are asked of it.
  private static void cases(String test, String name, Score score) {
    String[] parts = test.split("testurl:");
    byte[] robots =
        strings(parts[0].split("test_expectations")[0]).getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 1; i < parts.length; i++) {
      String url =
          new String(first(parts[i]).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      String agent = parts[i].contains("useragent:") ? first(parts[i].split("useragent:")[1]) : "*";
      boolean allowed = parts[i].contains("expected_outcome: ALLOWED");
      boolean ours =
          RobotsRules.parse(url, robots, "text/plain", agent)
              .allows(UrlIdentity.fetchable(url).orElse(url));
      score.add(
          ours == allowed,
          "%s: %s for %s should be %s"
              .formatted(name, url, agent, allowed ? "allowed" : "refused"));
    }
  }

  private static SuiteResult commons(SuiteFolder suites) {
    Score score = new Score("robots/crawler-commons");
    for (Path file : suites.files(COMMONS, ".txt")) {
      RobotsRules rules = rules(file, "civicwire");
      // Every file is read; those of a known meaning are asked below.
      score.add(rules.delay().toMillis() >= 0, suites.name(file));
    }
    for (String line : Rows.of("robots-commons.tsv")) {
      String[] row = line.split("\t");
      Path file = suites.root().resolve(COMMONS).resolve(row[0]);
      if (suites.has(COMMONS + "/" + row[0])) {
        boolean allowed = rules(file, row[1]).allows(row[2]);
        score.add(allowed == Boolean.parseBoolean(row[3]), line);
      }
    }
    return score.result();
  }

  private static RobotsRules rules(Path file, String agent) {
    return RobotsRules.parse(
        "https://www.example.com/robots.txt", SuiteFolder.bytes(file), "text/plain", agent);
  }

  private static String first(String text) {
    Matcher matcher = STRING.matcher(text);
    return matcher.find() ? unescape(matcher.group(1)) : "";
  }

  private static String strings(String text) {
    StringBuilder all = new StringBuilder();
    Matcher matcher = STRING.matcher(text);
    while (matcher.find()) {
      all.append(unescape(matcher.group(1)));
    }
    return all.toString();
  }

  private static String unescape(String text) {
    return HEX.matcher(text)
        .replaceAll(
            m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))))
        .translateEscapes();
  }
}
