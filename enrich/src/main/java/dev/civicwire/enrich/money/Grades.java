package dev.civicwire.enrich.money;

import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads grades: `SCS2`, `G7`, `SEO`, `Band 8a`, `GS-13`, `EL2`. Immutable and safe for threads.
public final class Grades {
  /// Words between a grade and the pay beside it.
  private static final int REACH = 30;

  /// A grade at a place in the text.
  ///
  /// @param name in its usual short form
  /// @param start offset, inclusive
  /// @param end offset after it
  public record Grade(String name, int start, int end) {}

  /// All grades of `document`, in text order.
  public List<Grade> in(Document document) {
    Words words = document.words();
    List<Grade> grades = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      int at = i;
      gradeAt(document, i)
          .ifPresent(g -> grades.add(new Grade(g.name(), words.start(at), words.end(g.last()))));
    }
    return grades;
  }

  /// The grade nearest to `offset` in its line or the lines around it.
  Optional<String> near(Document document, int offset) {
    Words words = document.words();
    int at = words.at(offset);
    for (int distance = 1; distance <= REACH; distance++) {
      for (int i : new int[] {at - distance, at + distance}) {
        if (i >= 0 && i < words.size()) {
          Optional<Found> found = gradeAt(document, i);
          if (found.isPresent()) {
            return found.map(Found::name);
          }
        }
      }
    }
    return Optional.empty();
  }

  private record Found(String name, int last) {}

  private static Optional<Found> gradeAt(Document document, int i) {
    Words words = document.words();
    String word = words.word(i);
    if (word.isEmpty() || word.length() > 12) {
      return Optional.empty();
    }
    String raw = document.normal().substring(words.start(i), words.end(i));
    return switch (word) {
      case "grade", "band", "scs", "gs", "el", "aps", "esm", "gg", "nf" -> named(words, i, raw);
      case "senior" -> senior(words, i);
      case "heo", "seo", "g6", "g7" ->
          Character.isUpperCase(raw.charAt(0)) ? found(word, i) : Optional.empty();
      case "higher" -> executive(words, i, "HEO");
      case "ses" ->
          raw.equals("SES") && !isBanded(words.word(i + 1)) ? found(word, i) : Optional.empty();
      case "scs1",
          "scs1a",
          "scs2",
          "scs3",
          "scs4",
          "el1",
          "el2",
          "ses1",
          "ses2",
          "ses3",
          "ses4",
          "ses5",
          "esm1",
          "esm2",
          "esm3",
          "dx3",
          "dx4",
          "dx5",
          "aps4",
          "aps5",
          "aps6" ->
          found(word, i);
      default -> word.startsWith("gs-") && word.length() <= 5 ? found(word, i) : Optional.empty();
    };
  }

  private static Optional<Found> found(String word, int last) {
    return Optional.of(new Found(word.toUpperCase(Locale.ROOT), last));
  }

  /// "Senior Civil Service Pay Band 1".
  private static Optional<Found> senior(Words words, int i) {
    if (!words.word(i + 1).equals("civil") || !words.word(i + 2).equals("service")) {
      return executive(words, i, "SEO");
    }
    return payBand(words, i + 3).map(last -> new Found("SCS" + words.word(last), last));
  }

  /// "Higher Executive Officer".
  private static Optional<Found> executive(Words words, int i, String grade) {
    boolean officer = words.word(i + 1).equals("executive") && words.word(i + 2).equals("officer");
    return officer ? Optional.of(new Found(grade, i + 2)) : Optional.empty();
  }

  /// True behind "SES" for the bands of Australia's services.
  private static boolean isBanded(String next) {
    return next.equals("band")
        || next.equals("level")
        || (!next.isEmpty() && Character.isDigit(next.charAt(0)));
  }

  private static Optional<Integer> payBand(Words words, int from) {
    int i = from;
    while (words.word(i).equals("(") || words.word(i).equals(")") || words.word(i).equals("scs")) {
      i++;
    }
    if (words.word(i).equals("pay")) {
      i++;
    }
    if (words.word(i).equals("band")) {
      i++;
    }
    String digit = words.word(i);
    return digit.length() == 1 && "1234".contains(digit) ? Optional.of(i) : Optional.empty();
  }

  private static Optional<Found> named(Words words, int i, String raw) {
    String word = words.word(i);
    String next = words.word(i + 1);
    if (word.equals("scs")) {
      return payBand(words, i + 1).map(last -> new Found("SCS" + words.word(last), last));
    }
    boolean code =
        !next.isEmpty() && next.length() <= 2 && next.charAt(0) >= '0' && next.charAt(0) <= '9';
    if (!code || !Character.isUpperCase(raw.charAt(0))) {
      return Optional.empty();
    }
    return switch (word) {
      case "grade" ->
          Optional.of(
              new Found(
                  next.equals("6") || next.equals("7") ? "G" + next : "Grade " + next, i + 1));
      case "band" -> Optional.of(new Found("Band " + next, i + 1));
      case "gs" -> Optional.of(new Found("GS-" + next, i + 1));
      default -> Optional.of(new Found(word.toUpperCase(Locale.ROOT) + next, i + 1));
    };
  }
}
