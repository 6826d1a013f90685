package dev.civicwire.enrich.date;

import dev.civicwire.contract.PartialDate;
import dev.civicwire.enrich.date.DateMention.Anchor;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// Turns date expressions into dates by the day of publication, the tense around them and the
/// weekday beside them.
final class DateResolver {
  /// A date this many days on the wrong side of publication still goes with its tense.
  private static final int SLACK_DAYS = 4;

  /// What a day ahead costs more than a day back where no tense speaks.
  private static final double AHEAD_COST = 1.3;

  /// What a day on the wrong side of publication costs more: a year ahead or back is dearer still.
  private static final double WRONG_SIDE = 4;

  private enum Precision {
    NONE,
    YEAR,
    MONTH,
    DAY
  }

  private final LocalDate reference;
  private final Precision precision;
  private final boolean monthFirst;
  private final int yearEnd;

  /// @param monthFirst whether 4/5/2026 is 5 April
  /// @param yearEnd the month in which the country's financial year ends, 1 to 12
  DateResolver(Optional<PartialDate> published, boolean monthFirst, int yearEnd) {
    Optional<LocalDate> first = published.flatMap(PartialDate::first);
    this.precision = first.isEmpty() ? Precision.NONE : precision(published.orElseThrow().value());
    this.reference = first.map(day -> middle(day, precision)).orElse(LocalDate.EPOCH);
    this.monthFirst = monthFirst;
    this.yearEnd = yearEnd;
  }

  private static Precision precision(String value) {
    return switch (value.length()) {
      case 4 -> Precision.YEAR;
      case 7 -> value.charAt(4) == '-' ? Precision.MONTH : Precision.YEAR;
      default -> Precision.DAY;
    };
  }

  private static LocalDate middle(LocalDate first, Precision precision) {
    return switch (precision) {
      case YEAR -> first.withMonth(7);
      case MONTH -> first.withDayOfMonth(15);
      case DAY, NONE -> first;
    };
  }

  /// The year of publication; 0 where it is unknown.
  int publishedYear() {
    return precision == Precision.NONE ? 0 : reference.getYear();
  }

  /// The day of publication where it is known to the day.
  Optional<LocalDate> publishedDay() {
    return precision == Precision.DAY ? Optional.of(reference) : Optional.empty();
  }

  /// True where the date lies before publication.
  boolean isPast(PartialDate date) {
    return precision != Precision.NONE
        && date.last().filter(day -> day.isBefore(reference)).isPresent();
  }

  /// True where the date lies after publication.
  boolean isFuture(PartialDate date) {
    return precision != Precision.NONE
        && date.first().filter(day -> day.isAfter(reference)).isPresent();
  }

  /// The date meant by `mention`; empty where it hangs on an unknown day of publication.
  Optional<PartialDate> resolve(DateMention mention, Tense tense) {
    return switch (mention.form()) {
      case DAY -> day(mention, tense);
      case MONTH -> month(mention, tense);
      case YEAR -> Optional.of(new PartialDate(year(mention.year())));
      case FINANCIAL_YEAR ->
          Optional.of(
              new PartialDate("%04d/%02d".formatted(mention.year(), (mention.year() + 1) % 100)));
      case SEASON -> season(mention, tense);
      case EASTER -> easter(mention, tense);
      case WEEKDAY -> weekday(mention, tense);
      case RELATIVE -> relative(mention);
      case YEAR_END -> monthOfYearEnd(tense);
      case BARE_DAY -> bareDay(mention, tense);
      case LATER -> Optional.empty();
    };
  }

  /// The month in which the financial year ends that is running, or that ended last.
  private Optional<PartialDate> monthOfYearEnd(Tense tense) {
    return Optional.of(
        precision == Precision.NONE
            ? new PartialDate("--%02d".formatted(yearEnd))
            : monthBy(tense == Tense.UNKNOWN ? Tense.FUTURE : tense, yearEnd));
  }

  /// A day whose month nothing in the text tells: of the month of publication, or the next one.
  private Optional<PartialDate> bareDay(DateMention mention, Tense tense) {
    if (precision != Precision.DAY) {
      return Optional.empty();
    }
    boolean next = tense.isAhead() && mention.day() < reference.getDayOfMonth();
    YearMonth month = YearMonth.from(reference).plusMonths(next ? 1 : 0);
    return month.isValidDay(mention.day())
        ? Optional.of(PartialDate.of(month.atDay(mention.day())))
        : Optional.empty();
  }

  private static String year(int year) {
    return "%04d".formatted(year);
  }

  private static PartialDate month(int year, int month) {
    return new PartialDate("%04d-%02d".formatted(year, month));
  }

  private Optional<PartialDate> day(DateMention mention, Tense tense) {
    int month = mention.month();
    int day = mention.day();
    if (mention.numeric()) {
      boolean asMonthFirst = DayNumbers.exists(mention.year(), day, month);
      boolean asDayFirst = DayNumbers.exists(mention.year(), month, day);
      if (asMonthFirst && (monthFirst || !asDayFirst)) {
        int swapped = month;
        month = day;
        day = swapped;
      }
    }
    if (mention.year() > 0) {
      return Optional.of(PartialDate.of(LocalDate.of(mention.year(), month, day)));
    }
    if (precision == Precision.NONE) {
      return Optional.of(new PartialDate("--%02d-%02d".formatted(month, day)));
    }
    int anchored =
        reference.getYear()
            + switch (mention.anchor()) {
              case LAST -> -1;
              case NONE, THIS -> 0;
              case NEXT -> 1;
            };
    if (mention.anchor() != Anchor.NONE && DayNumbers.exists(anchored, month, day)) {
      return Optional.of(PartialDate.of(LocalDate.of(anchored, month, day)));
    }
    return nearest(month, day, mention.weekday(), tense).map(PartialDate::of);
  }

  private Optional<LocalDate> nearest(int month, int day, int weekday, Tense tense) {
    Optional<LocalDate> best = Optional.empty();
    double least = Double.MAX_VALUE;
    for (int year = reference.getYear() - 1; year <= reference.getYear() + 1; year++) {
      if (DayNumbers.exists(year, month, day)) {
        LocalDate candidate = LocalDate.of(year, month, day);
        double cost = cost(candidate, tense);
        cost += weekday > 0 && candidate.getDayOfWeek().getValue() != weekday ? 1_000 : 0;
        if (cost < least) {
          least = cost;
          best = Optional.of(candidate);
        }
      }
    }
    return best;
  }

  /// How far a candidate lies from publication, in days; days on the wrong side of it count more.
  private double cost(LocalDate candidate, Tense tense) {
    long days = candidate.toEpochDay() - reference.toEpochDay();
    long slack = precision == Precision.DAY ? SLACK_DAYS : precision == Precision.MONTH ? 20 : 200;
    boolean wrong =
        switch (tense) {
          case PAST -> days > slack;
          case BEGUN -> days > 0;
          case FUTURE, PROMISED -> days < -slack;
          case UNKNOWN -> false;
        };
    double cost = days >= 0 ? days * AHEAD_COST : -days;
    return wrong ? cost * WRONG_SIDE : cost;
  }

  private Optional<PartialDate> month(DateMention mention, Tense tense) {
    int month = mention.month();
    if (mention.year() > 0) {
      return Optional.of(month(mention.year(), month));
    }
    if (precision == Precision.NONE) {
      return Optional.of(new PartialDate("--%02d".formatted(month)));
    }
    if (mention.unit() == DateMention.Unit.YEAR) {
      return Optional.of(month(reference.getYear() + mention.amount(), month));
    }
    int now = reference.getMonthValue();
    int year = reference.getYear();
    return Optional.of(
        switch (mention.anchor()) {
          case LAST -> month(month < now ? year : year - 1, month);
          case NEXT -> month(month > now ? year : year + 1, month);
          case THIS -> month(year, month);
          case NONE -> monthBy(tense, month);
        });
  }

  private PartialDate monthBy(Tense tense, int month) {
    int ahead = Math.floorMod(month - reference.getMonthValue(), 12);
    int back = ahead == 0 ? 0 : 12 - ahead;
    boolean future =
        switch (tense) {
          case PAST -> ahead * WRONG_SIDE < back;
          case BEGUN -> false;
          case FUTURE -> ahead < back * WRONG_SIDE;
          case PROMISED -> true;
          case UNKNOWN -> ahead < back;
        };
    YearMonth now = YearMonth.from(reference);
    YearMonth meant = future ? now.plusMonths(ahead) : now.minusMonths(back);
    return month(meant.getYear(), meant.getMonthValue());
  }

  private Optional<PartialDate> season(DateMention mention, Tense tense) {
    if (mention.year() > 0) {
      return Optional.of(new PartialDate(year(mention.year())));
    }
    if (precision == Precision.NONE) {
      return Optional.empty();
    }
    int start = mention.month();
    int now = reference.getMonthValue();
    int year = reference.getYear();
    int meant =
        switch (mention.anchor()) {
          case LAST -> start + 2 < now ? year : year - 1;
          case NEXT -> start > now ? year : year + 1;
          case THIS -> year;
          case NONE ->
              switch (tense) {
                case PAST, BEGUN -> start <= now ? year : year - 1;
                case FUTURE, PROMISED, UNKNOWN -> start + 2 >= now ? year : year + 1;
              };
        };
    return Optional.of(new PartialDate(year(meant)));
  }

  /// The month of that year's Easter, or of the nearest in the sentence's tense.
  private Optional<PartialDate> easter(DateMention mention, Tense tense) {
    if (mention.year() > 0) {
      return Optional.of(month(mention.year(), Easter.of(mention.year()).getMonthValue()));
    }
    if (precision == Precision.NONE) {
      return Optional.empty();
    }
    int year = reference.getYear();
    boolean over = Easter.of(year).isBefore(reference);
    int meant =
        switch (tense) {
          case PAST, BEGUN -> over ? year : year - 1;
          case FUTURE, PROMISED, UNKNOWN -> over ? year + 1 : year;
        };
    return Optional.of(month(meant, Easter.of(meant).getMonthValue()));
  }

  private Optional<PartialDate> weekday(DateMention mention, Tense tense) {
    if (precision == Precision.NONE || precision == Precision.YEAR) {
      return Optional.empty();
    }
    if (precision == Precision.MONTH) {
      return Optional.of(month(reference.getYear(), reference.getMonthValue()));
    }
    int today = reference.getDayOfWeek().getValue();
    int ahead = Math.floorMod(mention.weekday() - today, 7);
    int back = Math.floorMod(today - mention.weekday(), 7);
    boolean future =
        switch (mention.anchor()) {
          case NEXT -> true;
          case LAST -> false;
          case THIS, NONE -> tense.isAhead();
        };
    long days = future ? (ahead == 0 && mention.anchor() == Anchor.NEXT ? 7 : ahead) : -back;
    return Optional.of(PartialDate.of(reference.plusDays(days).plusWeeks(mention.amount())));
  }

  private Optional<PartialDate> relative(DateMention mention) {
    if (precision == Precision.NONE) {
      return Optional.empty();
    }
    long amount = mention.amount();
    return switch (mention.unit()) {
      case DAY ->
          switch (precision) {
            case DAY -> Optional.of(PartialDate.of(reference.plusDays(amount)));
            case MONTH ->
                Math.abs(amount) <= 1
                    ? Optional.of(month(reference.getYear(), reference.getMonthValue()))
                    : Optional.empty();
            case YEAR, NONE -> Optional.empty();
          };
      case WEEK -> {
        LocalDate day = reference.plusWeeks(amount);
        boolean counted = amount != 0 && precision == Precision.DAY;
        yield counted ? Optional.of(month(day.getYear(), day.getMonthValue())) : Optional.empty();
      }
      case MONTH -> {
        LocalDate day = reference.plusMonths(amount);
        yield precision == Precision.YEAR
            ? Optional.empty()
            : Optional.of(month(day.getYear(), day.getMonthValue()));
      }
      case YEAR -> Optional.of(new PartialDate(year((int) (reference.getYear() + amount))));
    };
  }

  /// The month at the start or end of a year, as in "the end of last year".
  static PartialDate edge(PartialDate year, boolean end) {
    return new PartialDate(year.value().substring(0, 4) + (end ? "-12" : "-01"));
  }

  /// True where the date is a year or less precise.
  static boolean isVague(PartialDate date) {
    boolean year = date.value().length() == 4 && date.value().charAt(0) != '-';
    return year || date.value().indexOf('/') > 0;
  }
}
