package dev.civicwire.ingest.extract;

import dev.civicwire.contract.PartialDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads dates as machines and people write them: ISO 8601, RFC 822, epoch seconds, numbers in the
/// order of the land, and names of months in some thirty languages (`months.tsv`).
final class DateText {
  /// Longest text that is searched for a date, in characters.
  private static final int MAX_LENGTH = 600;

  private static final Map<String, Integer> MONTHS = months();

  private static final Pattern ISO =
      Pattern.compile(
          "(?<!\\d)(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T"
              + " ]{1,2}(\\d{1,2}):(\\d{2})(?::(\\d{1,2})(?:[.,]\\d{1,9})?)?"
              + "\\s?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?(?!\\d)");
  private static final Pattern COMPACT =
      Pattern.compile(
          "^(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2}):?(\\d{2})(?::?(\\d{2}))?(Z|[+-]\\d{2}:?\\d{2})?)?");
  private static final Pattern EPOCH = Pattern.compile("^(1\\d{9})(\\d{3})?$");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<!\\d)(\\d{4})\\s?[/.年년]\\s?(\\d{1,2})\\s?[/.月월]\\s?(\\d{1,2})(?!\\d)");
  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?<![\\d.])(\\d{1,2})\\s?([./|-])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4}|\\d{2})(?!\\d)");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?[\\s/-]{0,3}(?:de |of"
              + " |d')?([\\p{L}\\p{M}]{3,14})\\.?,?[\\s/-]{0,3}(?:de |del |of"
              + " )?'?(\\d{4}|\\d{2}(?=[^\\d:.]|$))",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "([\\p{L}\\p{M}]{3,14})\\.?\\s{0,2}-?(\\d{1,2})(?:st|nd|rd|th)?(?:\\s?,\\s?|\\s{1,3}|-)(?:at"
              + " )?(\\d{4})(?!\\d)",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern YEAR_NAME =
      Pattern.compile(
          "(?<!\\d)(\\d{4})[ ,.-]{1,2}([\\p{L}\\p{M}]{3,14})\\.?[ -](\\d{1,2})(?!\\d)",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern OFFSET = Pattern.compile("Z$|[+-]\\d{2}:?\\d{2}$");

  private static final Pattern TIME =
      Pattern.compile(
          "^[,\\s]*(?:T|at|um|à|a"
              + " las|alle|-|–|\\||,)?\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s?(?:([ap])\\.?m\\.?)?"
              + "\\s?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TIME_BEFORE =
      Pattern.compile(
          "(?<![\\d:.])(\\d{1,2})[:.](\\d{2})\\s?(?:([ap])\\.?m\\.?)?\\s?(UTC|GMT)?,?\\s(?:on"
              + " )?(?:\\p{L}{3,9},?\\s)?$",
          Pattern.CASE_INSENSITIVE);

  /// Earliest year that is believed, the web's youth; and whether months come before days.
  private final int firstYear = 1995;

  private final boolean monthFirst;
  private final LocalDate latest;

  /// @param latest no date after it is believed
  /// @param monthFirst whether `3/4/2025` is in March
  DateText(LocalDate latest, boolean monthFirst) {
    this.latest = latest;
    this.monthFirst = monthFirst;
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (String[] row : Rows.of("months.tsv")) {
      months.put(row[0], Integer.valueOf(row[1]));
    }
    return Map.copyOf(months);
  }

  /// Whether `word`, in lower case, names a month in one of the languages of `months.tsv`.
  static boolean isMonth(String word) {
    return MONTHS.containsKey(word);
  }

  /// The first date in `raw`; future ones and those before the web are not believed.
  Optional<PartialDate> find(String raw) {
    String text = raw.length() > MAX_LENGTH ? raw.substring(0, MAX_LENGTH) : raw;
    text = text.strip();
    if (text.length() < 6 || !hasDigit(text)) {
      return Optional.empty();
    }
    Optional<PartialDate> found =
        iso(text).or(() -> epoch(raw.strip())).or(() -> compact(raw.strip()));
    if (found.isPresent()) {
      return found;
    }
    String searched = text;
    return yearFirst(searched)
        .or(() -> numbers(searched))
        .or(() -> dayFirst(searched))
        .or(() -> nameFirst(searched))
        .or(() -> yearName(searched));
  }

  private static boolean hasDigit(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isDigit(text.charAt(at))) {
        return true;
      }
    }
    return false;
  }

  private Optional<PartialDate> iso(String text) {
    Matcher m = ISO.matcher(text);
    while (m.find()) {
      String time =
          m.group(4) == null ? "" : time(m.group(4), m.group(5), m.group(6), m.group(7), null);
      Optional<PartialDate> date = date(m.group(1), m.group(2), m.group(3), time);
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  private Optional<PartialDate> epoch(String text) {
    Matcher m = EPOCH.matcher(text);
    if (!m.find()) {
      return Optional.empty();
    }
    Instant instant = Instant.ofEpochSecond(Long.parseLong(m.group(1)));
    LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
    return isBelievable(day) ? PartialDate.parse(instant.toString()) : Optional.empty();
  }

  private Optional<PartialDate> compact(String text) {
    Matcher m = COMPACT.matcher(text);
    if (!m.find()) {
      return Optional.empty();
    }
    String time =
        m.group(4) == null ? "" : time(m.group(4), m.group(5), m.group(6), m.group(7), null);
    return date(m.group(1), m.group(2), m.group(3), time);
  }

  private Optional<PartialDate> yearFirst(String text) {
    Matcher m = YEAR_FIRST.matcher(text);
    while (m.find()) {
      Optional<PartialDate> date =
          date(m.group(1), m.group(2), m.group(3), timeAfter(text, m.end()));
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  private Optional<PartialDate> numbers(String text) {
    Matcher m = NUMBERS.matcher(text);
    while (m.find()) {
      boolean slash = m.group(2).equals("/");
      boolean first = Integer.parseInt(m.group(1)) > 12;
      boolean second = Integer.parseInt(m.group(3)) > 12;
      boolean american = second || (!first && monthFirst && slash);
      String day = american ? m.group(3) : m.group(1);
      String month = american ? m.group(1) : m.group(3);
      Optional<PartialDate> date = date(year(m.group(4)), month, day, timeAfter(text, m.end()));
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  private Optional<PartialDate> dayFirst(String text) {
    Matcher m = DAY_FIRST.matcher(text);
    int from = 0;
    while (m.find(from)) {
      Integer month = MONTHS.get(Texts.lower(m.group(2)));
      if (month != null) {
        String time = timeAround(text, m);
        Optional<PartialDate> date = date(year(m.group(3)), month.toString(), m.group(1), time);
        if (date.isPresent()) {
          return date;
        }
      }
      from = m.start() + 1;
    }
    return Optional.empty();
  }

  private Optional<PartialDate> nameFirst(String text) {
    Matcher m = MONTH_FIRST.matcher(text);
    int from = 0;
    while (m.find(from)) {
      Integer month = MONTHS.get(Texts.lower(m.group(1)));
      if (month != null) {
        String time = timeAround(text, m);
        Optional<PartialDate> date = date(m.group(3), month.toString(), m.group(2), time);
        if (date.isPresent()) {
          return date;
        }
      }
      from = m.end(1);
    }
    return Optional.empty();
  }

  private Optional<PartialDate> yearName(String text) {
    Matcher m = YEAR_NAME.matcher(text);
    while (m.find()) {
      Integer month = MONTHS.get(Texts.lower(m.group(2)));
      if (month != null) {
        return date(m.group(1), month.toString(), m.group(3), "");
      }
    }
    return Optional.empty();
  }

  private static String year(String digits) {
    return digits.length() == 4 ? digits : "20" + digits;
  }

  private static String timeAfter(String text, int end) {
    Matcher m = TIME.matcher(text.substring(end, Math.min(text.length(), end + 40)));
    return m.find() ? time(m.group(1), m.group(2), m.group(3), m.group(5), m.group(4)) : "";
  }

  /// The time after the date `at`, or else right before it.
  private static String timeAround(String text, Matcher at) {
    String after = timeAfter(text, at.end());
    Matcher m = TIME_BEFORE.matcher(text.substring(Math.max(0, at.start() - 24), at.start()));
    return after.isEmpty() && m.find()
        ? time(m.group(1), m.group(2), null, m.group(4), m.group(3))
        : after;
  }

  private static String time(
      String hour,
      String minute,
      @org.jspecify.annotations.Nullable String second,
      @org.jspecify.annotations.Nullable String zone,
      @org.jspecify.annotations.Nullable String half) {
    int hours = Integer.parseInt(hour);
    if (half != null) {
      hours = hours % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
    if (hours > 23 || Integer.parseInt(minute) > 59) {
      return "";
    }
    String offset =
        zone == null ? "" : zone.length() == 3 || zone.equalsIgnoreCase("z") ? "Z" : zone;
    String seconds =
        second == null || Integer.parseInt(second) > 59
            ? ""
            : ":" + "0".repeat(2 - second.length()) + second;
    return "T" + (hours < 10 ? "0" : "") + hours + ":" + minute + seconds + offset;
  }

  private Optional<PartialDate> date(String year, String month, String day, String time) {
    try {
      LocalDate date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      if (!isBelievable(date)) {
        return Optional.empty();
      }
      return PartialDate.parse(date + time)
          .filter(moment -> !isAhead(date, time))
          .or(() -> PartialDate.parse(date.toString()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// Whether `date` lies two days or more before the latest that is believed.
  boolean isPast(PartialDate date) {
    return date.first().filter(day -> day.isBefore(latest.minusDays(1))).isPresent();
  }

  /// Whether a moment with its offset lies after the latest day has begun in UTC: then it is the
  /// time, and not the day, that is wrong.
  private boolean isAhead(LocalDate date, String time) {
    Matcher offset = OFFSET.matcher(time);
    if (!offset.find()) {
      return false;
    }
    String hours = offset.group().replaceFirst("(\\d\\d)(\\d\\d)$", "$1:$2");
    String clock = time.substring(1, offset.start());
    return OffsetDateTime.of(date, LocalTime.parse(clock), ZoneOffset.of(hours))
        .toInstant()
        .isAfter(latest.atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  private boolean isBelievable(LocalDate date) {
    return date.getYear() >= firstYear && !date.isAfter(latest);
  }
}
