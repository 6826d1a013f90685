package dev.civicwire.enrich.date;

import dev.civicwire.enrich.date.DateMention.Anchor;
import dev.civicwire.enrich.date.DateMention.Form;
import dev.civicwire.enrich.date.DateMention.Unit;
import dev.civicwire.enrich.text.Numeral;
import dev.civicwire.enrich.text.Words;
import java.util.Optional;

/// Expressions that hang on the day of publication: "yesterday", "last month", "10 days ago", "this
/// summer", "the end of next year".
final class RelativeDates {
  private RelativeDates() {}

  /// A mention and the index of the word after it.
  record Found(DateMention mention, int next) {}

  static Optional<Found> at(Words words, int i) {
    return switch (words.word(i)) {
      case "today", "tonight" -> found(words, i, i + 1, relative(0, Unit.DAY));
      case "yesterday" -> found(words, i, i + 1, relative(-1, Unit.DAY));
      case "tomorrow" -> found(words, i, i + 1, relative(1, Unit.DAY));
      case "last", "previous" -> anchored(words, i, Anchor.LAST);
      case "this", "current" -> anchored(words, i, Anchor.THIS);
      case "next", "coming" -> anchored(words, i, Anchor.NEXT);
      case "spring", "summer", "autumn", "winter" -> season(words, i, i);
      default -> counted(words, i);
    };
  }

  private static DateMention relative(int amount, Unit unit) {
    return DateMention.of(0, 1, Form.RELATIVE).relative(amount, unit);
  }

  private static Optional<Found> found(Words words, int first, int next, DateMention mention) {
    return Optional.of(new Found(mention.span(words.start(first), words.end(next - 1)), next));
  }

  private static Optional<Found> anchored(Words words, int i, Anchor anchor) {
    String word = words.word(i + 1);
    int step =
        switch (anchor) {
          case LAST -> -1;
          case NONE, THIS -> 0;
          case NEXT -> 1;
        };
    if (Months.isSeason(word)) {
      DateMention season =
          DateMention.of(0, 1, Form.SEASON).anchored(anchor).relative(step, Unit.YEAR);
      return found(words, i, i + 2, season.day(0, seasonMonth(word), 0));
    }
    Optional<Unit> unit =
        switch (word) {
          case "month" -> Optional.of(Unit.MONTH);
          case "year" -> Optional.of(Unit.YEAR);
          case "week" -> Optional.of(Unit.WEEK);
          default -> Optional.empty();
        };
    return unit.flatMap(u -> found(words, i, i + 2, relative(step, u).anchored(anchor)));
  }

  /// "in the spring", "spring 2026".
  private static Optional<Found> season(Words words, int first, int i) {
    String after = words.word(i + 1);
    boolean year =
        after.length() == 4 && after.startsWith("20") && after.chars().allMatch(Character::isDigit);
    int month = seasonMonth(words.word(i));
    if (year) {
      DateMention mention =
          DateMention.of(0, 1, Form.SEASON).day(Integer.parseInt(after), month, 0);
      return found(words, first, i + 2, mention);
    }
    String before = words.word(i - 1);
    boolean introduced =
        (before.equals("the") && !words.word(i - 2).isEmpty())
            || before.equals("by")
            || before.equals("in")
            || before.equals("early")
            || before.equals("late");
    boolean other =
        after.equals("budget")
            || after.equals("statement")
            || after.equals("recess")
            || after.equals("term");
    return introduced && !other
        ? found(words, first, i + 1, DateMention.of(0, 1, Form.SEASON).day(0, month, 0))
        : Optional.empty();
  }

  static int seasonMonth(String season) {
    return switch (season) {
      case "spring" -> 3;
      case "summer" -> 6;
      case "autumn" -> 9;
      default -> 12;
    };
  }

  /// "10 days ago", "two months ago", "in six weeks".
  private static Optional<Found> counted(Words words, int i) {
    String word = words.word(i);
    int number = number(word);
    if (number <= 0) {
      return Optional.empty();
    }
    Optional<Unit> unit = unit(words.word(i + 1));
    if (unit.isEmpty()) {
      return Optional.empty();
    }
    String after = words.word(i + 2);
    if (after.equals("ago") || (after.equals("earlier") && unit.get() != Unit.DAY)) {
      return after.equals("ago")
          ? found(words, i, i + 3, relative(-number, unit.get()))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static int number(String word) {
    if (word.isEmpty()) {
      return 0;
    }
    if (Numeral.isDigit(word.charAt(0))) {
      return word.length() <= 3 && word.chars().allMatch(c -> c >= '0' && c <= '9')
          ? Integer.parseInt(word)
          : 0;
    }
    return word.equals("a") || word.equals("an") ? 1 : Numeral.ofWord(word).orElse(0);
  }

  private static Optional<Unit> unit(String word) {
    return switch (word) {
      case "day", "days" -> Optional.of(Unit.DAY);
      case "week", "weeks" -> Optional.of(Unit.WEEK);
      case "month", "months" -> Optional.of(Unit.MONTH);
      case "year", "years" -> Optional.of(Unit.YEAR);
      default -> Optional.empty();
    };
  }
}
