package dev.civicwire.enrich.date;

import dev.civicwire.enrich.date.DateMention.Anchor;
import dev.civicwire.enrich.date.DateMention.Form;
import dev.civicwire.enrich.date.DateMention.Unit;
import dev.civicwire.enrich.text.Numeral;
import dev.civicwire.enrich.text.Words;
import java.util.Optional;
import java.util.Set;

/// Expressions that hang on the day of publication: "yesterday", "last month", "10 days ago", "this
/// summer", "the end of next year".
final class RelativeDates {
  /// What stands before "the summer" where it is a time.
  private static final Set<String> INTRODUCING =
      Set.of(
          "in", "by", "since", "from", "until", "till", "during", "before", "after", "of", "over",
          "for", "through", "this", "and");

  private static final int DECEMBER = 12;
  private static final int SATURDAY = 6;
  private static final int DAYS_OF_WEEK = 7;

  private RelativeDates() {}

  /// A mention and the index of the word after it.
  record Found(DateMention mention, int next) {}

  static Optional<Found> at(Words words, int i) {
    return switch (words.word(i)) {
      case "today", "tonight" ->
          words.word(i - 1).equals("apply")
              ? Optional.empty()
              : found(words, i, i + 1, relative(0, Unit.DAY));
      case "yesterday" -> found(words, i, i + 1, relative(-1, Unit.DAY));
      case "tomorrow" -> found(words, i, i + 1, relative(1, Unit.DAY));
      case "last", "previous" -> anchored(words, i, Anchor.LAST);
      case "this", "current" -> anchored(words, i, Anchor.THIS);
      case "next", "coming" -> anchored(words, i, Anchor.NEXT);
      case "spring", "summer", "autumn", "winter" -> season(words, i, i);
      case "christmas" -> christmas(words, i);
      case "easter" -> easter(words, i);
      case "turn" -> turn(words, i);
      case "new" -> newYear(words, i);
      case "year", "month" -> endOf(words, i).or(() -> yearEnd(words, i));
      case "financial", "fiscal", "tax" -> financialYearEnd(words, i);
      case "following" -> following(words, i);
      case "q1", "q2", "q3", "q4", "first", "second", "third", "fourth", "final" ->
          PartsOfYear.at(words, i);
      default -> counted(words, i);
    };
  }

  /// "By Christmas", "at Christmas": that December.
  private static Optional<Found> christmas(Words words, int i) {
    return switch (words.word(i - 1)) {
      case "at",
          "by",
          "before",
          "after",
          "since",
          "until",
          "till",
          "over",
          "this",
          "last",
          "next" ->
          found(words, i, i + 1, DateMention.of(0, 1, Form.MONTH).day(0, DECEMBER, 0));
      default -> Optional.empty();
    };
  }

  /// "By Easter", "Easter 2028": the month of that Easter.
  private static Optional<Found> easter(Words words, int i) {
    int year = PartsOfYear.year(words.word(i + 1));
    boolean time =
        switch (words.word(i - 1)) {
          case "by", "before", "after", "until", "till", "since", "at", "this", "next", "last" ->
              true;
          default -> year > 0;
        };
    return time && !words.word(i + 1).equals("time")
        ? found(
            words, i, year > 0 ? i + 2 : i + 1, DateMention.of(0, 1, Form.EASTER).day(year, 0, 0))
        : Optional.empty();
  }

  /// "From the new year".
  private static Optional<Found> newYear(Words words, int i) {
    boolean time =
        words.word(i + 1).equals("year")
            && words.word(i - 1).equals("the")
            && switch (words.word(i - 2)) {
              case "from", "by", "before", "until", "till", "after", "in" -> true;
              default -> false;
            };
    Anchor anchor = words.word(i - 2).equals("in") ? Anchor.NONE : Anchor.NEXT;
    DateMention january = DateMention.of(0, 1, Form.MONTH).day(0, 1, 0).anchored(anchor);
    return time ? found(words, i, i + 2, january) : Optional.empty();
  }

  /// "At the turn of the year": December, or January where that is to come.
  private static Optional<Found> turn(Words words, int i) {
    boolean time =
        words.word(i + 1).equals("of")
            && words.word(i + 2).equals("the")
            && words.word(i + 3).equals("year");
    return time
        ? found(words, i, i + 4, DateMention.of(0, 1, Form.MONTH).day(0, DECEMBER, 0))
        : Optional.empty();
  }

  /// "The end of the year", "the end of the month".
  private static Optional<Found> endOf(Words words, int i) {
    boolean end =
        words.word(i - 1).equals("the")
            && words.word(i - 2).equals("of")
            && words.word(i - 3).equals("end");
    Unit unit = words.word(i).equals("year") ? Unit.YEAR : Unit.MONTH;
    return end ? found(words, i, i + 1, relative(0, unit)) : Optional.empty();
  }

  /// "By year end", "before the year is out".
  private static Optional<Found> yearEnd(Words words, int i) {
    boolean year = words.word(i).equals("year");
    boolean end = isBound(words.word(i - 1)) && words.word(i + 1).equals("end");
    boolean out = words.word(i - 1).equals("the") && isOver(words, i - 2, i + 1);
    return year && (end || out)
        ? found(words, i, end ? i + 2 : i + 1, relative(0, Unit.YEAR))
        : Optional.empty();
  }

  /// "By the end of the financial year", "before the fiscal year is out".
  private static Optional<Found> financialYearEnd(Words words, int i) {
    if (!words.word(i + 1).equals("year")) {
      return Optional.empty();
    }
    int the = isThis(words.word(i - 1)) ? i - 1 : i;
    boolean end = words.word(the - 1).equals("of") && isEnd(words.word(the - 2));
    boolean named = words.word(i + 2).equals("end");
    return end || named || isOver(words, the - 1, i + 2)
        ? found(words, i, named ? i + 3 : i + 2, DateMention.of(0, 1, Form.YEAR_END))
        : Optional.empty();
  }

  private static boolean isThis(String word) {
    return word.equals("the") || word.equals("this") || word.equals("current");
  }

  private static boolean isEnd(String word) {
    return word.equals("end") || word.equals("close");
  }

  private static boolean isBound(String word) {
    return word.equals("by") || word.equals("before") || word.equals("at");
  }

  /// "Before" at `before` and "is out" or "ends" at `behind`.
  private static boolean isOver(Words words, int before, int behind) {
    boolean over =
        switch (words.word(behind)) {
          case "ends", "closes" -> true;
          case "is", "was" -> words.word(behind + 1).equals("out");
          default -> false;
        };
    return over && words.word(before).equals("before");
  }

  /// "The following month".
  private static Optional<Found> following(Words words, int i) {
    return words.word(i - 1).equals("the")
        ? unit(words.word(i + 1)).flatMap(unit -> found(words, i, i + 2, later(1, unit)))
        : Optional.empty();
  }

  private static DateMention later(int amount, Unit unit) {
    return DateMention.of(0, 1, Form.LATER).relative(amount, unit);
  }

  private static DateMention relative(int amount, Unit unit) {
    return DateMention.of(0, 1, Form.RELATIVE).relative(amount, unit);
  }

  static Optional<Found> found(Words words, int first, int next, DateMention mention) {
    return Optional.of(new Found(mention.span(words.start(first), words.end(next - 1)), next));
  }

  private static Optional<Found> anchored(Words words, int i, Anchor anchor) {
    boolean calendar = words.word(i + 1).equals("calendar") && words.word(i + 2).equals("year");
    int at = calendar ? i + 2 : i + 1;
    String word = words.word(at);
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
    if (word.equals("night") && anchor == Anchor.LAST) {
      return found(words, i, i + 2, relative(step, Unit.DAY));
    }
    if (word.equals("weekend")) {
      DateMention saturday = DateMention.of(0, 1, Form.WEEKDAY).weekday(SATURDAY).anchored(anchor);
      return found(words, i, i + 2, saturday);
    }
    return unit.flatMap(u -> found(words, i, at + 1, relative(step, u).anchored(anchor)));
  }

  /// "in the spring", "spring 2026".
  private static Optional<Found> season(Words words, int first, int i) {
    String after = words.word(i + 1);
    int yearAt = after.equals("of") ? i + 2 : i + 1;
    int month = seasonMonth(words.word(i));
    int year = PartsOfYear.year(words.word(yearAt));
    if (year > 0) {
      return found(words, first, yearAt + 1, DateMention.of(0, 1, Form.SEASON).day(year, month, 0));
    }
    String before = words.word(i - 1);
    boolean introduced =
        (before.equals("the") && INTRODUCING.contains(words.word(i - 2)))
            || before.equals("by")
            || before.equals("in")
            || before.equals("early")
            || before.equals("late");
    boolean other =
        switch (after) {
          case "budget",
              "statement",
              "recess",
              "term",
              "timetable",
              "season",
              "school",
              "holidays",
              "games",
              "internship" ->
              true;
          default -> false;
        };
    boolean due =
        switch (words.word(i - 2)) {
          case "by", "before", "until", "till" -> true;
          default -> false;
        };
    return introduced && (!other || (due && after.equals("recess")))
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
    boolean fortnights = words.word(i + 1).startsWith("fortnight");
    int number = number(words.word(i)) * (fortnights ? 2 : 1);
    Optional<Unit> unit = unit(words.word(i + 1));
    if (number <= 0 || unit.isEmpty()) {
      return Optional.empty();
    }
    if (words.word(i + 2).equals("ago")) {
      return found(words, i, i + 3, relative(-number, unit.get()));
    }
    if (words.word(i + 2).equals("later") || words.word(i + 2).equals("afterwards")) {
      return found(words, i, i + 3, later(number, unit.get()));
    }
    boolean ahead = words.word(i - 1).equals("in") && isClosing(words, i - 1);
    return ahead ? ahead(words, i, number, unit.get()) : Optional.empty();
  }

  /// "Applications close in two weeks": to the day, since an end is meant to the day.
  private static Optional<Found> ahead(Words words, int i, int number, Unit unit) {
    return switch (unit) {
      case DAY -> found(words, i - 1, i + 2, relative(number, Unit.DAY));
      case WEEK -> found(words, i - 1, i + 2, relative(number * DAYS_OF_WEEK, Unit.DAY));
      case MONTH -> found(words, i - 1, i + 2, relative(number, Unit.MONTH));
      case YEAR -> Optional.empty();
    };
  }

  /// True where the words before speak of an end for applications or bids.
  private static boolean isClosing(Words words, int i) {
    for (int k = i - 1; k >= 0 && k >= i - 4; k--) {
      switch (words.word(k)) {
        case "close", "closes", "closing", "deadline", "expires", "apply" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
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
      case "week", "weeks", "fortnight", "fortnights" -> Optional.of(Unit.WEEK);
      case "month", "months" -> Optional.of(Unit.MONTH);
      case "year", "years" -> Optional.of(Unit.YEAR);
      default -> Optional.empty();
    };
  }
}
