package dev.civicwire.enrich.eval;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an evaluation counted.
public final class EvaluationTable {
  private final int documents;
  private final Map<String, Score> types;
  private final Score vacancyPresent;
  private final Map<String, Score> vacancy;
  private final double relevance;
  private final double publicSector;
  private final Reliability reliability;
  private final Map<Type, Reliability> typeReliability;

  EvaluationTable(
      int documents,
      Map<String, Score> types,
      Score vacancyPresent,
      Map<String, Score> vacancy,
      double relevance,
      double publicSector,
      Reliability reliability,
      Map<Type, Reliability> typeReliability) {
    this.documents = documents;
    this.types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    this.vacancyPresent = vacancyPresent;
    this.vacancy = Collections.unmodifiableMap(new LinkedHashMap<>(vacancy));
    this.relevance = relevance;
    this.publicSector = publicSector;
    this.reliability = reliability;
    this.typeReliability = Collections.unmodifiableMap(new EnumMap<>(typeReliability));
  }

  /// Number of documents.
  public int documents() {
    return documents;
  }

  /// The score of a type such as `salaries`, of `topics`, or of all values together, `MICRO`.
  public Optional<Score> of(String type) {
    @Nullable Score score = types.get(type);
    return Optional.ofNullable(score);
  }

  /// The score of a field of the main vacancy, such as `organisation`.
  public Optional<Score> ofVacancy(String field) {
    @Nullable Score score = vacancy.get(field);
    return Optional.ofNullable(score);
  }

  /// Share of documents whose relevance is right.
  public double relevance() {
    return relevance;
  }

  /// Share of documents of which it is rightly told whether they are about the public sector.
  public double publicSector() {
    return publicSector;
  }

  /// How far stated confidence and the share that was right lie apart on average, 0 to 1.
  public double calibrationError() {
    return reliability.error();
  }

  /// The table for a terminal, ending with a line feed.
  public String print() {
    StringBuilder text = new StringBuilder();
    line(text, String.format(Locale.ROOT, "%d documents", documents));
    line(
        text,
        String.format(
            Locale.ROOT,
            "%-16s%6s%7s%7s%8s%7s%7s",
            "type",
            "gold",
            "found",
            "wrong",
            "P",
            "R",
            "F1"));
    types.forEach((name, score) -> row(text, name, score));
    line(text, String.format(Locale.ROOT, "relevance accuracy %.3f", relevance));
    line(text, String.format(Locale.ROOT, "is_public_sector accuracy %.3f", publicSector));
    row(text, "vacancy present", vacancyPresent);
    line(text, "vacancy fields (right/labelled; +given where the label has none):");
    vacancy.forEach(
        (name, score) ->
            line(
                text,
                String.format(
                    Locale.ROOT,
                    "    %-13s%4d/%-4d %.3f   +%d",
                    name,
                    score.found(),
                    score.gold(),
                    score.gold() == 0 ? 0.0 : score.recall(),
                    score.wrong())));
    printReliability(text);
    return text.toString();
  }

  private void printReliability(StringBuilder text) {
    line(
        text,
        String.format(
            Locale.ROOT, "confidence: stated, right, values (apart %.3f)", calibrationError()));
    reliability.lines().forEach(l -> line(text, "    " + shares(l)));
    typeReliability.forEach(
        (type, values) ->
            line(text, String.format(Locale.ROOT, "    %-14s%s", type.field(), byBucket(values))));
  }

  private static String byBucket(Reliability values) {
    return shares(values.whole())
        + values.lines().stream()
            .map(
                l ->
                    String.format(
                        Locale.ROOT, "  %.2f:%.2f(%d)", l.stated(), l.right(), l.values()))
            .collect(Collectors.joining("", "  |", ""));
  }

  private static String shares(Reliability.Line line) {
    return String.format(
        Locale.ROOT, "%.2f  %.2f  %4d", line.stated(), line.right(), line.values());
  }

  private static void row(StringBuilder text, String name, Score score) {
    line(
        text,
        String.format(
            Locale.ROOT,
            "%-16s%6d%7d%7d%8.3f%7.3f%7.3f",
            name,
            score.gold(),
            score.found(),
            score.wrong(),
            score.precision(),
            score.recall(),
            score.f1()));
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
