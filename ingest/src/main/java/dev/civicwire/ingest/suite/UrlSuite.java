package dev.civicwire.ingest.suite;

import dev.civicwire.contract.Json;
import dev.civicwire.ingest.url.UrlIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The cases of the WHATWG URL standard, as far as a crawler of HTTP addresses is concerned (every
/// other scheme must be no address to it), and the pairs of crawler-commons' normaliser.
final class UrlSuite {
  private static final String WPT = "url/wpt/";
  private static final String PAIRS = "url/weirdToNormalizedUrls.csv";
  private static final String INVALID = "url/invalidUrls.csv";

  private UrlSuite() {}

  static List<SuiteResult> run(SuiteFolder suites) {
    List<SuiteResult> results = new ArrayList<>();
    for (String file : List.of("urltestdata", "ada_extra_urltestdata", "verifydnslength_tests")) {
      if (suites.has(WPT + file + ".json")) {
        results.add(addresses(suites, file));
      }
    }
    for (String file : List.of("toascii", "IdnaTestV2")) {
      if (suites.has(WPT + file + ".json")) {
        results.add(hosts(suites, file));
      }
    }
    if (suites.has(PAIRS) && suites.has(INVALID)) {
      results.add(pairs(suites));
    }
    return results;
  }

  private static Iterable<JsonNode> cases(SuiteFolder suites, String file) {
    return Json.mapper()
        .readTree(SuiteFolder.text(suites.root().resolve(WPT + file + ".json")))
        .valueStream()
        .filter(JsonNode::isObject)
        .toList();
  }

  private static SuiteResult addresses(SuiteFolder suites, String file) {
    Score score = new Score("url/" + file);
    for (JsonNode one : cases(suites, file)) {
      String input = one.path("input").stringValue("");
      String base = one.path("base").stringValue("");
      Optional<String> ours =
          isHttp(base) ? UrlIdentity.resolve(base, input) : UrlIdentity.fetchable(input);
      score.add(
          isRight(one, ours),
          "%s on %s gives %s, not %s"
              .formatted(
                  one.path("input"),
                  base.isEmpty() ? "no base" : base,
                  ours.orElse("nothing"),
                  one.path("href").stringValue("nothing")));
    }
    return score.result();
  }

  private static boolean isRight(JsonNode one, Optional<String> ours) {
    String href = one.path("href").stringValue("");
    if (!isHttp(href)) {
      return ours.isEmpty();
    }
    String hostname = one.path("hostname").stringValue("").replaceAll("\\.$|^\\[|\\]$", "");
    return ours.isPresent()
        && ours.equals(UrlIdentity.fetchable(href))
        && UrlIdentity.host(ours.get()).equals(Optional.of(hostname));
  }

  private static boolean isHttp(String url) {
    return url.startsWith("http:") || url.startsWith("https:");
  }

  private static SuiteResult hosts(SuiteFolder suites, String file) {
    Score score = new Score("url/" + file);
    for (JsonNode one : cases(suites, file)) {
      String input = one.path("input").stringValue("");
      Optional<String> ours = UrlIdentity.host("https://" + input + "/x");
      String output = one.path("output").stringValue("");
      score.add(
          output.isEmpty() ? ours.isEmpty() : ours.equals(Optional.of(output)),
          "%s gives %s, not %s"
              .formatted(
                  one.path("input"),
                  ours.orElse("nothing"),
                  output.isEmpty() ? "nothing" : output));
    }
    return score.result();
  }

  /// A pair passes where both addresses are one page to us; one of another scheme where it is none.
  private static SuiteResult pairs(SuiteFolder suites) {
    Score score = new Score("url/crawler-commons");
    for (String line : lines(suites, PAIRS)) {
      int comma = line.lastIndexOf(',');
      String left = line.substring(0, comma);
      String from = unquoted(left);
      String to = line.substring(comma + 1).strip();
      boolean same =
          UrlIdentity.fetchable(to).isPresent()
              ? UrlIdentity.of(from).equals(UrlIdentity.of(to))
              : UrlIdentity.fetchable(from).isEmpty();
      score.add(same, "%s is not %s but %s".formatted(left, to, UrlIdentity.of(from)));
    }
    for (String line : lines(suites, INVALID)) {
      score.add(UrlIdentity.fetchable(line).isEmpty(), line + " should be no address");
    }
    return score.result();
  }

  private static String unquoted(String cell) {
    return cell.startsWith("\"") && cell.endsWith("\"") && cell.length() > 1
        ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
        : cell;
  }

  private static List<String> lines(SuiteFolder suites, String path) {
    return SuiteFolder.text(suites.root().resolve(path))
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }
}
