package dev.civicwire.ingest.suite;

import dev.civicwire.ingest.source.FoundLink;
import dev.civicwire.ingest.source.Reading;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The expression in the first comment of a feedparser case, such as
/// `not bozo and entries[0]['link'] == 'http://example.com/'`.
///
/// @param text the expression
/// @param wellFormed what it says of that
/// @param entries what it says of entries, where a crawl reads that
/// @param isOfEntries true where it says nothing else
record Expectation(
    String text, Optional<Boolean> wellFormed, List<Clause> entries, boolean isOfEntries) {
  private static final Pattern LINE =
      Pattern.compile("Expect:[ \\t]*(.+?)[ \\t]*(?:-->.*)?$", Pattern.MULTILINE);
  private static final Pattern CLAUSE =
      Pattern.compile(
          "entries\\[(\\d)\\](?:\\['|\\.)(link|title|updated_parsed|published_parsed)(?:'\\])?"
              + " == (?:u?['\"](.*)['\"]|\\(([\\d, ]+)\\))");
  private static final Pattern COUNT = Pattern.compile("len\\(entries\\) == (\\d+)");

  Expectation {
    entries = List.copyOf(entries);
  }

  /// One comparison.
  ///
  /// @param entry number of the entry, or of entries where `field` is `count`
  record Clause(int entry, String field, String value) {
    boolean holds(List<FoundLink> links) {
      if (field.equals("count")) {
        return links.size() == entry;
      }
      if (entry >= links.size()) {
        return false;
      }
      FoundLink link = links.get(entry);
      return switch (field) {
        case "link" -> link.url().equals(UrlIdentity.fetchable(value).orElse(value));
        case "title" -> link.title().orElse("").equals(value);
        case "updated_parsed" -> link.updated().or(link::published).equals(instant(value));
        default -> link.published().or(link::updated).equals(instant(value));
      };
    }

    private static Optional<Instant> instant(String tuple) {
      int[] parts =
          Pattern.compile(",")
              .splitAsStream(tuple)
              .mapToInt(part -> Integer.parseInt(part.strip()))
              .toArray();
      return Optional.of(
          LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5])
              .toInstant(ZoneOffset.UTC));
    }
  }

  static Optional<Expectation> of(String file) {
    Matcher line = LINE.matcher(file);
    return line.find() ? Optional.of(parse(line.group(1))) : Optional.empty();
  }

  private static Expectation parse(String text) {
    Optional<Boolean> wellFormed = Optional.empty();
    List<Clause> clauses = new ArrayList<>();
    boolean whole = true;
    for (String part : text.split(" and ")) {
      String clause = part.strip();
      Matcher entry = CLAUSE.matcher(clause);
      Matcher count = COUNT.matcher(clause);
      if (clause.equals("bozo") || clause.equals("not bozo")) {
        wellFormed = Optional.of(clause.equals("not bozo"));
      } else if (entry.matches()) {
        clauses.add(clause(entry));
      } else if (count.matches()) {
        clauses.add(new Clause(Integer.parseInt(count.group(1)), "count", ""));
      } else {
        whole = false;
      }
    }
    return new Expectation(text, wellFormed, clauses, whole && !clauses.isEmpty());
  }

  private static Clause clause(Matcher entry) {
    String value =
        Optional.ofNullable(entry.group(3)).map(Expectation::unescape).orElse(entry.group(4));
    return new Clause(Integer.parseInt(entry.group(1)), entry.group(2), value);
  }

  private static String unescape(String python) {
    return python
        .replaceAll("\\\\x([0-9a-fA-F]{2})", "\\\\u00$1")
        .transform(Expectation::unicode)
        .replace("\\'", "'");
  }

  private static String unicode(String text) {
    return Pattern.compile("\\\\u([0-9a-fA-F]{4})")
        .matcher(text)
        .replaceAll(
            m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
  }

  /// Whether the expectation is one of entries that a crawl has: an entry without an address is
  /// none to it.
  boolean isOf(Optional<Reading> reading) {
    int found = reading.map(r -> r.links().size()).orElse(0);
    return isOfEntries
        && entries.stream()
            .allMatch(
                c -> c.field().equals("link") || c.field().equals("count") || c.entry() < found);
  }

  /// Whether `reading` holds what is expected of entries.
  boolean holds(Reading reading) {
    return entries.stream().allMatch(clause -> clause.holds(reading.links()));
  }
}
