package dev.civicwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.civicwire.contract.Payload;
import dev.civicwire.ingest.robots.RobotsRules;
import dev.civicwire.ingest.source.FeedSource;
import dev.civicwire.ingest.source.SitemapSource;
import dev.civicwire.ingest.source.Source;
import dev.civicwire.ingest.source.SourceBasics;
import dev.civicwire.ingest.source.UnreadableSourceException;
import dev.civicwire.ingest.url.UrlIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Suites that others wrote, where they are at hand.
class SuitesTest {
  private static final Path SUITES = Path.of("/work/shared/suites");
  private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern HEX = Pattern.compile("\\\\x([0-9a-fA-F]{2})");
  private static final Pattern EXPECTED_LINK =
      Pattern.compile("Expect:\\s+(?:not bozo and )?entries\\[0\\]\\['link'\\] == u?'(http[^']+)'");

  @Test
  void followsGooglesRobotsSpecification() throws IOException {
    Path folder = SUITES.resolve("robots/google-spec-test");
    assumeThat(folder).exists();
    List<String> wrong = new ArrayList<>();
    int total = 0;

    for (Path file : files(folder, ".textproto")) {
      for (String test : Files.readString(file).split("robotstxt:")) {
        total += check(test, file.getFileName().toString(), wrong);
      }
    }

    assertThat(total).isGreaterThan(300);
    // Where the suite asks for more leniency with misspelt directives than RFC 9309 does, the
    // library's reading stands.
    assertThat(wrong.size() / (double) total).as("%s", wrong).isLessThan(0.05);
  }

  private static int check(String test, String name, List<String> wrong) {
    int total = 0;
    String[] parts = test.split("testurl:");
    String robots = strings(parts[0].split("test_expectations")[0]);
    for (int i = 1; i < parts.length; i++) {
      String url = first(parts[i]);
      String agent = parts[i].contains("useragent:") ? first(parts[i].split("useragent:")[1]) : "*";
      boolean allowed = parts[i].contains("expected_outcome: ALLOWED");
      RobotsRules rules =
          RobotsRules.parse(url, robots.getBytes(StandardCharsets.ISO_8859_1), "text/plain", agent);
      total++;
      if (rules.allows(url) != allowed) {
        wrong.add(name + " " + url + " " + agent);
      }
    }
    return total;
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

  @Test
  void findsTheLinksOfOthersFeeds() throws IOException {
    Path folder = SUITES.resolve("feeds/feedparser");
    assumeThat(folder).exists();
    int total = 0;
    List<String> wrong = new ArrayList<>();

    for (Path file : files(folder, ".xml")) {
      byte[] body = Files.readAllBytes(file);
      Matcher expected = EXPECTED_LINK.matcher(new String(body, StandardCharsets.UTF_8));
      if (expected.find()) {
        total++;
        if (!links(feed(), body).contains(UrlIdentity.fetchable(expected.group(1)).orElse(""))) {
          wrong.add(folder.relativize(file).toString());
        }
      }
    }

    assertThat(total).isGreaterThan(10);
    // CDF is a format of 1997, and the base by Content-Location went with RFC 7231.
    assertThat(wrong).allMatch(name -> name.contains("/cdf/") || name.contains("/http_"));
  }

  @Test
  void readsEveryFeedOfTheValidator() throws IOException {
    Path folder = SUITES.resolve("feeds/w3c");
    assumeThat(folder).exists();
    int read = 0;
    List<Path> files = files(folder, ".xml");

    for (Path file : files) {
      // Nothing but an UnreadableSourceException may come of any of them.
      links(feed(), Files.readAllBytes(file));
      read++;
    }

    assertThat(read).isEqualTo(files.size());
  }

  @Test
  void readsOthersSitemaps() throws IOException {
    Path folder = SUITES.resolve("sitemaps");
    assumeThat(folder).exists();

    for (Path file : files(folder, ".xml")) {
      links(sitemap(), Files.readAllBytes(file));
    }
    assertThat(links(sitemap(), Files.readAllBytes(folder.resolve("sitemap.xml")))).isNotEmpty();
    assertThat(links(sitemap(), Files.readAllBytes(folder.resolve("sitemap.xml.gz")))).isNotEmpty();
  }

  private static Source feed() {
    return new FeedSource(basics());
  }

  private static Source sitemap() {
    return new SitemapSource(basics());
  }

  private static SourceBasics basics() {
    return SourceBasics.of("suite", "https://example.org/", Duration.ofHours(1));
  }

  private static List<String> links(Source source, byte[] body) {
    try {
      return source
          .reader()
          .read(
              FetchedPage.ofBytes(
                  "https://example.org/", new Payload(body).toByteArray(), Instant.EPOCH))
          .links()
          .stream()
          .map(link -> link.url())
          .toList();
    } catch (UnreadableSourceException e) {
      return List.of();
    }
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }
}
