package dev.civicwire.ingest.suite;

import dev.civicwire.ingest.source.FeedSource;
import dev.civicwire.ingest.source.Reading;
import dev.civicwire.ingest.source.SourceReader;
import dev.civicwire.ingest.source.UnreadableSourceException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Feeds that others collected. Those of feedparser say by an expression what is to be found;
/// what a crawl reads of a feed is asked (links, titles and dates of entries, whether it is
/// well-formed), the rest of an expression is not. Those of the W3C's validator are to be read, or
/// refused with a reason, and told apart by whether they are well-formed.
final class FeedSuite {
  private static final String FEEDPARSER = "feeds/feedparser";
  private static final String W3C = "feeds/w3c";
  private static final Pattern TYPE =
      Pattern.compile("(?i)Header:\\s*Content-type:\\s*(.+?)\\s*(?:-->)?$", Pattern.MULTILINE);
  private static final Pattern BASE =
      Pattern.compile("(?i)Header:\\s*Content-Location:\\s*(\\S+)", Pattern.MULTILINE);

  /// From which the authors of feedparser served their files: relative links are based on it.
  private static final String SERVER = "http://127.0.0.1:8097/";

  private static final SourceReader READER = new FeedSource(Feeds.basics()).reader();

  private FeedSuite() {}

  static List<SuiteResult> run(SuiteFolder suites) {
    List<SuiteResult> results = new ArrayList<>();
    if (suites.has(FEEDPARSER)) {
      results.addAll(feedparser(suites));
    }
    if (suites.has(W3C)) {
      results.add(w3c(suites));
    }
    return results;
  }

  private static List<SuiteResult> feedparser(SuiteFolder suites) {
    Score entries = new Score("feeds/feedparser-entries");
    Score reading = new Score("feeds/feedparser-reading");
    for (Path file : suites.files(FEEDPARSER, ".xml", ".json")) {
      byte[] body = SuiteFolder.bytes(file);
      String text = new String(body, StandardCharsets.UTF_8);
      Optional<Expectation> expected = Expectation.of(text);
      if (expected.isPresent()) {
        Outcome outcome = read(body, text, suites.name(file));
        String what = suites.name(file) + ": " + expected.get().text();
        if (expected.get().isOf(outcome.reading())) {
          entries.add(outcome.reading().map(expected.get()::holds).orElse(false), what);
        } else {
          reading.add(isReadAsExpected(outcome, expected.get()), what + outcome.why());
        }
      }
    }
    return List.of(entries.result(), reading.result());
  }

  private static boolean isReadAsExpected(Outcome outcome, Expectation expected) {
    if (outcome.reading().isEmpty()) {
      return !expected.wellFormed().orElse(true);
    }
    return expected.wellFormed().isEmpty()
        || expected.wellFormed().get() != outcome.reading().get().repaired();
  }

  /// What came of a feed: a reading, or the reason why there is none.
  private record Outcome(Optional<Reading> reading, String why) {}

  private static Outcome read(byte[] body, String text, String name) {
    Matcher type = TYPE.matcher(text);
    Matcher base = BASE.matcher(text);
    Optional<String> contentType = type.find() ? Optional.of(type.group(1)) : Optional.empty();
    String url = base.find() ? base.group(1) : "";
    try {
      return new Outcome(
          Optional.of(
              READER.read(
                  Feeds.page(body, contentType, url.startsWith("http") ? url : SERVER + name))),
          "");
    } catch (UnreadableSourceException e) {
      return new Outcome(Optional.empty(), " (" + e.getMessage() + ")");
    }
  }

  /// Every file is read, or refused with a reason; a feed of RSS or Atom is read; one that is not
  /// well-formed is not taken as if it were.
  private static SuiteResult w3c(SuiteFolder suites) {
    Score score = new Score(W3C);
    for (Path file : suites.files(W3C, ".xml", ".opml", ".json")) {
      byte[] body = SuiteFolder.bytes(file);
      String text = new String(body, StandardCharsets.ISO_8859_1);
      Outcome outcome = read(body, text, suites.name(file));
      boolean broken = text.contains("SAXError");
      boolean feed = text.matches("(?s).*<(rss|feed|rdf:RDF)[\\s>].*") && !broken;
      boolean right =
          outcome.reading().map(r -> !broken || r.repaired()).orElse(true)
              && (!feed || outcome.reading().isPresent());
      score.add(right, suites.name(file) + outcome.why());
    }
    return score.result();
  }
}
