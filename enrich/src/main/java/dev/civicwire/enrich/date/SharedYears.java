package dev.civicwire.enrich.date;

import dev.civicwire.enrich.text.Words;
import java.util.ArrayList;
import java.util.List;

/// Gives a date the year that stands once for two: "between March and June of 2023", "opened on 9
/// January 2023 and closed on 20 January".
final class SharedYears {
  private final Words words;

  /// Years before this one are told of as history, in order of time.
  private final int thisYear;

  SharedYears(Words words, int thisYear) {
    this.words = words;
    this.thisYear = thisYear;
  }

  List<DateMention> of(List<DateMention> mentions) {
    List<DateMention> shared = new ArrayList<>(mentions);
    for (int i = 0; i + 1 < shared.size(); i++) {
      DateMention one = shared.get(i);
      DateMention next = shared.get(i + 1);
      if (isYearless(one) && isDated(next) && isLinked(one, next)) {
        int year = one.month() > next.month() ? next.year() - 1 : next.year();
        shared.set(i, inYear(one, year));
      } else if (isDated(one) && isYearless(next) && isHistory(one, next)) {
        int year = next.month() < one.month() ? one.year() + 1 : one.year();
        shared.set(i + 1, inYear(next, year));
      }
    }
    return shared;
  }

  private static DateMention inYear(DateMention mention, int year) {
    return mention.day() == 0 || DayNumbers.exists(year, mention.month(), mention.day())
        ? mention.day(year, mention.month(), mention.day())
        : mention;
  }

  private static boolean isYearless(DateMention mention) {
    return isDayOrMonth(mention)
        && mention.year() == 0
        && mention.anchor() == DateMention.Anchor.NONE
        && mention.weekday() == 0;
  }

  private static boolean isDated(DateMention mention) {
    return isDayOrMonth(mention) && mention.year() > 0 && !mention.numeric();
  }

  private static boolean isDayOrMonth(DateMention mention) {
    return mention.form() == DateMention.Form.DAY || mention.form() == DateMention.Form.MONTH;
  }

  /// True where no more than "and" or "to" stands between.
  private boolean isLinked(DateMention one, DateMention next) {
    int from = words.at(one.end());
    return switch (words.word(from)) {
      case "and", "to", "-", "until", "or" -> words.at(next.start()) - from <= 2;
      default -> false;
    };
  }

  /// True in a sentence of a year gone by that does not look ahead from there.
  private boolean isHistory(DateMention one, DateMention next) {
    int first = words.at(next.start());
    int last = words.at(next.end() - 1) + 1;
    return one.year() < thisYear
        && words.sentence(words.at(one.start())) == words.sentence(first)
        && Tense.around(words, first, last) == Tense.PAST;
  }
}
