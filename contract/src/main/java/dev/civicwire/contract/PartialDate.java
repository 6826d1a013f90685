package dev.civicwire.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/// A date at the precision in which it was given (ISO 8601): `2026-09-08T23:59:00+01:00`,
/// `2026-09-08`, `2026-09`, `2026`; without a year `--09-08` or `--09`; a financial year `2025/26`.
///
/// @param value the ISO form
public record PartialDate(@JsonValue String value) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\d{4}(-\\d{2}(-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?)?)?)?"
              + "|--\\d{2}(-\\d{2})?|\\d{4}/\\d{2}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PartialDate {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an ISO date of any precision: " + value);
    }
  }

  /// A whole day.
  public static PartialDate of(LocalDate day) {
    return new PartialDate(day.toString());
  }

  /// The date in `text`, or nothing where `text` is no date.
  public static Optional<PartialDate> parse(String text) {
    String trimmed = text.strip();
    return FORM.matcher(trimmed).matches() && firstOf(trimmed).isPresent()
        ? Optional.of(new PartialDate(trimmed))
        : Optional.empty();
  }

  /// The day alone, where the precision is a day or better.
  public Optional<LocalDate> day() {
    return value.length() >= 10 && value.charAt(0) != '-' ? firstOf(value) : Optional.empty();
  }

  /// True where a day of a month is given, with or without its year.
  public boolean isDay() {
    return value.length() >= 10 || (value.startsWith("--") && value.length() == 7);
  }

  /// The first day meant; empty where the year is unknown.
  public Optional<LocalDate> first() {
    return value.startsWith("--") ? Optional.empty() : firstOf(value);
  }

  /// The last day meant; empty where the year is unknown. A financial year ends on 31 March.
  public Optional<LocalDate> last() {
    if (value.startsWith("--")) {
      return Optional.empty();
    }
    return firstOf(value)
        .map(
            first ->
                switch (value.length()) {
                  case 4 -> Year.of(first.getYear()).atMonth(12).atEndOfMonth();
                  case 7 ->
                      value.charAt(4) == '/'
                          ? LocalDate.of(first.getYear() + 1, 3, 31)
                          : YearMonth.from(first).atEndOfMonth();
                  default -> first;
                });
  }

  private static Optional<LocalDate> firstOf(String iso) {
    try {
      if (iso.startsWith("--")) {
        String day = iso.length() == 4 ? "-01" : "";
        return Optional.of(LocalDate.parse("2000-" + iso.substring(2) + day));
      }
      int year = Integer.parseInt(iso.substring(0, 4));
      if (iso.length() == 4) {
        return Optional.of(LocalDate.of(year, 1, 1));
      }
      if (iso.charAt(4) == '/') {
        return Optional.of(LocalDate.of(year, 4, 1));
      }
      String day = iso.length() == 7 ? iso + "-01" : iso.substring(0, 10);
      return Optional.of(LocalDate.parse(day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
