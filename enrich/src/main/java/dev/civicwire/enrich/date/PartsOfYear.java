package dev.civicwire.enrich.date;

import dev.civicwire.enrich.date.DateMention.Form;
import dev.civicwire.enrich.date.RelativeDates.Found;
import dev.civicwire.enrich.text.Words;
import java.util.Optional;

/// Quarters and halves: "Q3 2026", "the first quarter of 2026", "the second half of 2026". Like
/// seasons they say no more than the year.
final class PartsOfYear {
  private PartsOfYear() {}

  static Optional<Found> at(Words words, int i) {
    int number = number(words.word(i));
    if (words.word(i).startsWith("q")) {
      int yearAt = words.word(i + 1).equals("of") ? i + 2 : i + 1;
      return part(words, i, yearAt, number * 3 - 2);
    }
    int ofAt = words.word(i + 2).equals("of") ? i + 2 : i + 1;
    return switch (words.word(i + 1)) {
      case "quarter" -> part(words, i, ofAt + 1, number * 3 - 2);
      case "half" -> number <= 2 ? part(words, i, ofAt + 1, number * 6 - 5) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Found> part(Words words, int i, int yearAt, int month) {
    int year = year(words.word(yearAt));
    DateMention part = DateMention.of(0, 1, Form.SEASON).day(year, month, 0);
    if (year > 0) {
      return RelativeDates.found(words, i, yearAt + 1, part);
    }
    return isOfThisYear(words, i) ? RelativeDates.found(words, i, yearAt, part) : Optional.empty();
  }

  /// "The end of Q2", "in the first quarter": of the year spoken of.
  private static boolean isOfThisYear(Words words, int i) {
    boolean quarter = words.word(i).startsWith("q") || words.word(i + 1).equals("quarter");
    int before = words.word(i - 1).equals("the") ? i - 2 : i - 1;
    return quarter
        && !words.word(i + 2).equals("of")
        && switch (words.word(before)) {
          case "in", "by", "of", "before", "during", "until", "till" -> true;
          default -> false;
        };
  }

  private static int number(String word) {
    return switch (word) {
      case "q1", "first" -> 1;
      case "q2", "second" -> 2;
      case "q3", "third" -> 3;
      default -> 4;
    };
  }

  /// The year that `word` is, of this century; 0 for any other word.
  static int year(String word) {
    boolean year =
        word.length() == 4 && word.startsWith("20") && word.chars().allMatch(Character::isDigit);
    return year ? Integer.parseInt(word) : 0;
  }
}
