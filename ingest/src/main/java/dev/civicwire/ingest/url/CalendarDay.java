package dev.civicwire.ingest.url;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The day or month that an address is about: folders such as `/2026/11/23/`, a part such as
/// `/2026-11`, or a parameter such as `?date=2026-11-23`. Found in time linear in its length.
///
/// @param day the first of it where only a month or year is given
/// @param form the address without its query, and without the date where that ends its path:
///     what addresses of one calendar have in common
/// @param isEnd whether nothing follows it that would name an article
public record CalendarDay(LocalDate day, String form, boolean isEnd) {
  private static final Set<String> PARAMETERS =
      Set.copyOf(ResourceLines.of("calendar-parameters.txt"));
  private static final int YEAR = 4;
  private static final int COMPACT = 8;
  private static final int MONTHS = 12;

  /// Behind the scheme, nothing, and the host.
  private static final int HOST = 3;

  /// The last one in `identity`, an address as [UrlIdentity#of] gives it.
  public static Optional<CalendarDay> of(String identity) {
    int query = identity.indexOf('?');
    String address = query < 0 ? identity : identity.substring(0, query);
    return query < 0
        ? inPath(address)
        : inQuery(address, identity.substring(query + 1)).or(() -> inPath(address));
  }

  private static Optional<CalendarDay> inPath(String address) {
    if (!mayHaveYear(address)) {
      return Optional.empty();
    }
    List<String> parts = List.of(address.split("/"));
    for (int end = parts.size(); end > HOST; end--) {
      for (int start = Math.max(end - 3, HOST); start < end; start++) {
        Optional<LocalDate> day = date(parts.subList(start, end));
        if (day.isPresent()) {
          boolean isEnd = end == parts.size();
          String form = isEnd ? String.join("/", parts.subList(0, start)) : address;
          return day.map(found -> new CalendarDay(found, form, isEnd));
        }
      }
    }
    return Optional.empty();
  }

  /// Most addresses have no part that begins like one.
  private static boolean mayHaveYear(String address) {
    for (int i = address.indexOf('/'); i >= 0 && i + 2 < address.length(); ) {
      if (isCentury(address.substring(i + 1, i + 3))) {
        return true;
      }
      i = address.indexOf('/', i + 1);
    }
    return false;
  }

  private static Optional<CalendarDay> inQuery(String address, String query) {
    for (String parameter : query.split("&")) {
      int equals = parameter.indexOf('=');
      if (equals > 0
          && PARAMETERS.contains(parameter.substring(0, equals).toLowerCase(Locale.ROOT))) {
        String value = parameter.substring(equals + 1);
        Optional<LocalDate> day =
            isNumber(value, YEAR) ? year(value).map(y -> LocalDate.of(y, 1, 1)) : written(value);
        if (day.isPresent()) {
          return day.map(found -> new CalendarDay(found, address, true));
        }
      }
    }
    return Optional.empty();
  }

  /// Of one part with all of it, or of a year, a month and perhaps a day. Eight digits, or a
  /// number and a digit, are more often an id.
  private static Optional<LocalDate> date(List<String> parts) {
    return switch (parts.size()) {
      case 1 -> isNumber(parts.getFirst(), COMPACT) ? Optional.empty() : written(parts.getFirst());
      case 2 -> isNumber(parts.getLast(), 2) ? written(String.join("-", parts)) : Optional.empty();
      default -> written(String.join("-", parts));
    };
  }

  /// `2026-11-23`, `2026-11` or `20261123`.
  private static Optional<LocalDate> written(String text) {
    if (isNumber(text, COMPACT)) {
      return day(text.substring(0, YEAR), text.substring(YEAR, YEAR + 2), text.substring(YEAR + 2));
    }
    if (text.length() > COMPACT + 2) {
      return Optional.empty();
    }
    String[] parts = text.split("-", -1);
    return switch (parts.length) {
      case 2 -> day(parts[0], parts[1], "1");
      case 3 -> day(parts[0], parts[1], parts[2]);
      default -> Optional.empty();
    };
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    if (!isNumber(month, 1, 2) || !isNumber(day, 1, 2) || Integer.parseInt(month) > MONTHS) {
      return Optional.empty();
    }
    try {
      int m = Integer.parseInt(month);
      int d = Integer.parseInt(day);
      return year(year).map(y -> LocalDate.of(y, m, d));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// Numbers of four digits that begin otherwise are no years.
  private static Optional<Integer> year(String text) {
    return isNumber(text, YEAR) && isCentury(text.substring(0, 2))
        ? Optional.of(Integer.parseInt(text))
        : Optional.empty();
  }

  private static boolean isCentury(String text) {
    return text.equals("20") || text.equals("19") || text.equals("18");
  }

  private static boolean isNumber(String text, int digits) {
    return isNumber(text, digits, digits);
  }

  private static boolean isNumber(String text, int fewest, int most) {
    return text.length() >= fewest
        && text.length() <= most
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
