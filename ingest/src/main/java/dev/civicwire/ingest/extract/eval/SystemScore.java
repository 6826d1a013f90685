package dev.civicwire.ingest.extract.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What one extractor reaches on one set.
final class SystemScore {
  private static final class Share {
    int right;
    int all;

    void add(boolean isRight) {
      all++;
      right += isRight ? 1 : 0;
    }

    String print() {
      return all == 0 ? "    -" : String.format(Locale.ROOT, "%.3f", (double) right / all);
    }
  }

  /// By page, in the order of the set.
  final List<BodyScore> bodies = new ArrayList<>();

  private final Share titles = new Share();
  private final Share dates = new Share();
  private final Share authors = new Share();
  private int hit;
  private int extra;
  private int lost;
  private double seconds;

  void add(GoldPage gold, Answer answer, double took) {
    seconds += took;
    gold.text().ifPresent(text -> bodies.add(BodyScore.of(text, answer.text())));
    if (gold.text().isEmpty() && !gold.wanted().isEmpty()) {
      snippets(gold, answer.text().replaceAll("\\s+", " "));
    }
    gold.title()
        .ifPresent(
            t -> titles.add(answer.title().filter(a -> Verdicts.sameTitle(t, a)).isPresent()));
    gold.published()
        .ifPresent(
            day -> dates.add(answer.published().filter(a -> Verdicts.sameDay(day, a)).isPresent()));
    if (!gold.authors().isEmpty()) {
      authors.add(Verdicts.sameAuthors(gold.authors(), answer.authors()));
    }
  }

  private void snippets(GoldPage gold, String text) {
    for (String snippet : gold.wanted()) {
      boolean there = text.contains(snippet.replaceAll("\\s+", " ").strip());
      hit += there ? 1 : 0;
      lost += there ? 0 : 1;
    }
    for (String snippet : gold.unwanted()) {
      extra += text.contains(snippet.replaceAll("\\s+", " ").strip()) ? 1 : 0;
    }
  }

  /// F1 of the bodies, or of the snippets where the set has no bodies.
  double f1() {
    return bodies.isEmpty()
        ? 2.0 * hit / Math.max(1, 2 * hit + extra + lost)
        : BodyScore.f1(bodies);
  }

  /// One row of the table.
  String row(String name, int pages) {
    return String.format(
        Locale.ROOT,
        "  %-16s %8.4f %7s %7s %7s %9.0f",
        name,
        f1(),
        titles.print(),
        dates.print(),
        authors.print(),
        seconds == 0 ? 0 : pages / seconds);
  }

  static String header() {
    return "  %-16s %8s %7s %7s %7s %9s"
        .formatted("", "body F1", "title", "date", "authors", "pages/s");
  }
}
