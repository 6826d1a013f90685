package dev.civicwire.enrich.date;

import dev.civicwire.enrich.date.DateMention.Anchor;
import dev.civicwire.enrich.date.DateMention.Form;
import dev.civicwire.enrich.date.DateMention.Unit;
import dev.civicwire.enrich.text.Document;
import dev.civicwire.enrich.text.Numeral;
import dev.civicwire.enrich.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds date expressions in one pass over a document's words.
final class DateScanner {
  private static final Set<String> YEAR_PREPOSITIONS =
      Set.of(
          "by", "in", "from", "until", "till", "since", "before", "after", "to", "of", "during",
          "through", "around", "late", "early", "mid", "than", "for", "and", "between", "-",
          "least", "year", "beyond", "about", "past", "into");

  private static final Anchor NONE = Anchor.NONE;

  private final Document document;
  private final Words words;
  private final List<DateMention> mentions = new ArrayList<>();

  private DateScanner(Document document) {
    this.document = document;
    this.words = document.words();
  }

  static List<DateMention> scan(Document document) {
    return new DateScanner(document).scan();
  }

  private List<DateMention> scan() {
    int i = 0;
    while (i < words.size()) {
      int next = at(i);
      i = Math.max(i + 1, next);
    }
    return mentions;
  }

  /// Reads what starts at word `i`; the index after it, or `i` where there is none.
  private int at(int i) {
    String word = words.word(i);
    char c = word.charAt(0);
    if (Numeral.isDigit(c)) {
      return number(i, word);
    }
    if (c < 'a' || c > 'z') {
      return i;
    }
    int weekday = Months.weekday(word);
    if (weekday > 0 && isCapital(i)) {
      return weekday(i, weekday);
    }
    int month = Months.month(word);
    if (month > 0 && isCapital(i)) {
      return month(i, month);
    }
    int middle = word.startsWith("mid-") ? Months.month(word.substring("mid-".length())) : 0;
    if (middle > 0) {
      return month(i, middle);
    }
    return RelativeDates.at(words, i)
        .map(
            found -> {
              mentions.add(found.mention());
              return found.next();
            })
        .orElse(i);
  }

  private boolean isCapital(int i) {
    return Character.isUpperCase(document.normal().charAt(words.start(i)));
  }

  // "12 May 2025", "12th of May", "12/05/2025", "2025-05-12", "2025/26"
  private int number(int i, String word) {
    int figures = inFigures(i);
    if (figures > i) {
      return figures;
    }
    int day = DayNumbers.of(word);
    if (day > 0) {
      int after = dayMonth(i, i, day);
      if (after > i) {
        return after;
      }
      if (BareDays.isAt(words, i, mentions)) {
        return bareDay(i, day);
      }
    }
    return year(i, word);
  }

  private int bareDay(int i, int day) {
    int next = DayNumbers.isOrdinalEnd(words.word(i + 1)) ? i + 2 : i + 1;
    DateMention mention = DateMention.of(words.start(i), words.end(next - 1), Form.BARE_DAY);
    return add(i, next, mention.day(0, 0, day));
  }

  /// "2025-05-12", "12/05/2025", "12-May-2025", "12.May.2025", however the words are parted.
  private int inFigures(int i) {
    String normal = document.normal();
    int start = words.start(i);
    int end = NumericDates.end(normal, start);
    return end == start
        ? i
        : NumericDates.of(normal.substring(start, end).toLowerCase(Locale.ROOT))
            .map(d -> add(i, words.at(end - 1) + 1, d.span(start, end)))
            .orElse(i);
  }

  /// A day number at `i` (the expression starts at `first`) before its month.
  private int dayMonth(int first, int i, int day) {
    int at = i + 1;
    if (DayNumbers.isOrdinalEnd(words.word(at))) {
      at++;
    }
    if (words.word(at).equals("of")) {
      at++;
    }
    int month = Months.month(words.word(at));
    if (month == 0) {
      return rangeOfDays(first, i, day, at);
    }
    if (!sameSentence(i, at)) {
      return i;
    }
    return day(first, at + 1, month, day);
  }

  /// "3-5 March 2025", "3 to 5 March": the first day stands for the range.
  private int rangeOfDays(int first, int i, int day, int at) {
    if (words.word(at).equals(",")) {
      return listOfDays(first, i, day, at);
    }
    boolean link =
        words.word(at).equals("-") || words.word(at).equals("to") || words.word(at).equals("and");
    if (!link) {
      return i;
    }
    int second = DayNumbers.of(words.word(at + 1));
    int monthAt = DayNumbers.isOrdinalEnd(words.word(at + 2)) ? at + 3 : at + 2;
    int month = second > day ? Months.month(words.word(monthAt)) : 0;
    if (month == 0 || !sameSentence(i, monthAt)) {
      return i;
    }
    boolean both = words.word(at).equals("and") && !words.word(first - 1).equals("between");
    if (both) {
      day(at + 1, monthAt + 1, month, second);
    }
    return day(first, monthAt + 1, month, day);
  }

  /// "13, 14 and 15 May": each of the days, the first one here, the others where they stand.
  private int listOfDays(int first, int i, int day, int comma) {
    int at = comma;
    int last = day;
    while (words.word(at).equals(",") || words.word(at).equals("and")) {
      int next = DayNumbers.of(words.word(at + 1));
      if (next <= last) {
        return i;
      }
      last = next;
      at += DayNumbers.isOrdinalEnd(words.word(at + 2)) ? 3 : 2;
    }
    int month = Months.month(words.word(at));
    int year = yearIn(words.word(at + 1));
    if (month == 0 || !sameSentence(i, at) || !DayNumbers.exists(year, month, day)) {
      return i;
    }
    DateMention mention =
        DateMention.of(words.start(first), words.end(comma - 1), Form.DAY).day(year, month, day);
    return add(first, comma, mention);
  }

  /// The day is read; a year may follow at `at`.
  private int day(int first, int at, int month, int day) {
    int year = 0;
    int next = at;
    int candidate = words.word(at).equals(",") ? at + 1 : at;
    int found = yearIn(words.word(candidate));
    if (found > 0 && sameSentence(first, candidate)) {
      year = found;
      next = candidate + 1;
    } else if (shortYear(at)) {
      year = 2000 + Integer.parseInt(words.word(at).replace("'", ""));
      next = at + 1;
    }
    if (!DayNumbers.exists(year, month, day)) {
      return first + 1;
    }
    Anchor anchor = year == 0 && words.word(at + 1).equals("year") ? anchor(words.word(at)) : NONE;
    next = anchor == NONE ? next : at + 2;
    DateMention mention =
        DateMention.of(words.start(first), words.end(next - 1), Form.DAY)
            .day(year, month, day)
            .anchored(anchor);
    return add(first, next, mention);
  }

  /// "12 May 25" and "12 May '25".
  private boolean shortYear(int at) {
    String word = words.word(at).replace("'", "");
    return word.length() == 2
        && Numeral.isDigit(word.charAt(0))
        && Numeral.isDigit(word.charAt(1))
        && word.charAt(0) >= '1'
        && word.charAt(0) <= '3'
        && Months.month(words.word(at - 1)) > 0
        && !words.word(at + 1).equals(":");
  }

  /// True for a word with a capital in the sentence of the word before it.
  private boolean isNamed(int i) {
    return i < words.size()
        && isCapital(i)
        && sameSentence(i - 1, i)
        && Character.isLetter(words.word(i).charAt(0));
  }

  private boolean sameSentence(int i, int j) {
    return j < words.size() && words.sentence(i) == words.sentence(j);
  }

  // "May 12, 2025", "May 2025", "May"
  private int month(int i, int month) {
    String next = words.word(i + 1);
    int day = sameSentence(i, i + 1) ? DayNumbers.of(next) : 0;
    if (day > 0 && !words.word(i + 2).equals("%") && !isCount(i + 1)) {
      int at = DayNumbers.isOrdinalEnd(words.word(i + 2)) ? i + 3 : i + 2;
      boolean range = words.word(at).equals("-") && DayNumbers.of(words.word(at + 1)) > day;
      return day(i, range ? at + 2 : at, month, day);
    }
    int yearAt = next.equals(",") || next.equals("of") ? i + 2 : i + 1;
    int year = sameSentence(i, yearAt) ? yearIn(words.word(yearAt)) : 0;
    if (year > 0) {
      int end = Math.min(yearAt + 1, words.size());
      int lastDay = lastDay(i, end, year, month);
      if (lastDay > i) {
        return lastDay;
      }
      DateMention mention =
          DateMention.of(words.start(i), words.end(end - 1), Form.MONTH).day(year, month, 0);
      return add(i, end, mention);
    }
    return bareMonth(i, month);
  }

  private boolean isCount(int i) {
    return words.word(i + 1).equals("million") || words.word(i + 1).equals("per");
  }

  private int bareMonth(int i, int month) {
    if (!BareMonths.isAt(words, i, isNamed(i + 1))) {
      return i;
    }
    String before = words.word(i - 1);
    DateMention mention = DateMention.of(words.start(i), words.end(i), Form.MONTH).day(0, month, 0);
    String next = words.word(i + 1);
    int lastDay = lastDay(i, i + 1, 0, month);
    if (lastDay > i) {
      return lastDay;
    }
    Anchor year = words.word(i + 2).equals("year") ? anchor(next) : NONE;
    if (year == NONE) {
      return add(i, i + 1, mention.anchored(anchor(before)));
    }
    int amount = year == Anchor.LAST ? -1 : year == Anchor.NEXT ? 1 : 0;
    DateMention dated =
        mention.anchored(year).relative(amount, Unit.YEAR).span(words.start(i), words.end(i + 2));
    return add(i, i + 3, dated);
  }

  /// "The last day of April": a day. The index after it; `i` where other words stand before.
  private int lastDay(int i, int next, int year, int month) {
    boolean last =
        i >= 3
            && words.word(i - 1).equals("of")
            && words.word(i - 2).equals("day")
            && words.word(i - 3).equals("last")
            && sameSentence(i - 3, i);
    if (!last) {
      return i;
    }
    int day = DayNumbers.last(year, month);
    return add(
        i - 3,
        next,
        DateMention.of(words.start(i - 3), words.end(next - 1), Form.DAY).day(year, month, day));
  }

  /// "Every third Saturday".
  private boolean isRepeated(int i) {
    return isEach(words.word(i - 1)) || isEach(words.word(i - 2));
  }

  private static boolean isEach(String word) {
    return word.equals("every") || word.equals("each");
  }

  private static Anchor anchor(String word) {
    return switch (word) {
      case "last" -> Anchor.LAST;
      case "next" -> Anchor.NEXT;
      case "this" -> Anchor.THIS;
      default -> Anchor.NONE;
    };
  }

  private int weekday(int i, int weekday) {
    boolean week = words.word(i + 1).equals("week");
    int at = week ? i + 2 : i + 1;
    if (words.word(at).equals(",")) {
      at++;
    }
    if (words.word(at).equals("the")) {
      at++;
    }
    if (at < words.size() && sameSentence(i, at)) {
      int before = mentions.size();
      int next = dated(i, at);
      if (mentions.size() > before) {
        DateMention last = mentions.removeLast();
        mentions.add(last.weekday(weekday).span(words.start(i), last.end()));
        return next;
      }
    }
    boolean habitual = isRepeated(i) || opensWorkingWeek(i) || opensWorkingWeek(i - 2);
    if (!Months.isFullWeekday(words.word(i)) || habitual || words.word(i - 1).equals("that")) {
      return i;
    }
    int next = week ? i + 2 : i + 1;
    DateMention mention =
        DateMention.of(words.start(i), words.end(next - 1), Form.WEEKDAY)
            .weekday(weekday)
            .relative(week ? 1 : 0, Unit.WEEK)
            .anchored(week ? Anchor.NEXT : anchor(words.word(i - 1)));
    return add(i, next, mention);
  }

  /// `Monday to Friday`, but not `Monday to Wednesday next week`.
  private boolean opensWorkingWeek(int i) {
    if (i < 0 || Months.weekday(words.word(i)) == 0 || Months.weekday(words.word(i + 2)) == 0) {
      return false;
    }
    boolean span =
        switch (words.word(i + 1)) {
          case "to", "-", "through", "till" -> true;
          default -> false;
        };
    boolean meant =
        switch (words.word(i + 3)) {
          case "next", "last", "this" -> true;
          default -> DayNumbers.of(words.word(i + 3)) > 0;
        };
    return span && !meant;
  }

  /// A date that follows its weekday.
  private int dated(int first, int at) {
    String word = words.word(at);
    int day = Numeral.isDigit(word.charAt(0)) ? DayNumbers.of(word) : 0;
    if (day > 0) {
      int after = dayMonth(first, at, day);
      return after > at ? after : first;
    }
    if (Numeral.isDigit(word.charAt(0))) {
      return number(at, word);
    }
    int month = isCapital(at) ? Months.month(word) : 0;
    return month > 0 && DayNumbers.of(words.word(at + 1)) > 0 ? month(at, month) : first;
  }

  private int year(int i, String word) {
    Optional<DateMention> financial = NumericDates.financialYear(words, i);
    if (financial.isPresent()) {
      int end = words.at(financial.get().end() - 1) + 1;
      return add(i, end, financial.get());
    }
    int year = yearIn(word);
    String before = i > 0 ? words.word(i - 1) : "";
    boolean bracketed =
        before.equals("]") && i > 3 && YEAR_PREPOSITIONS.contains(words.word(i - 4));
    String after = words.word(i + 1);
    boolean deadline = after.equals("deadline") || after.equals("target");
    if (year == 0
        || (!YEAR_PREPOSITIONS.contains(before) && !bracketed && !deadline)
        || (Character.isLetter(after.isEmpty() ? '.' : after.charAt(0)) && isCount(i))) {
      return i;
    }
    return add(i, i + 1, DateMention.of(words.start(i), words.end(i), Form.YEAR).day(year, 0, 0));
  }

  private static int yearIn(String word) {
    if (word.length() != 4) {
      return 0;
    }
    for (int k = 0; k < 4; k++) {
      if (!Numeral.isDigit(word.charAt(k))) {
        return 0;
      }
    }
    int year = Integer.parseInt(word);
    return year >= 1900 && year <= 2099 ? year : 0;
  }

  private int add(int first, int next, DateMention mention) {
    mentions.add(mention.at(ClockTimes.around(words, first, next)));
    return next;
  }
}
