package dev.civicwire.ingest.crawl;

import dev.civicwire.ingest.url.CalendarDay;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Addresses that servers make up without end, as far as their form tells: segments that repeat,
/// very deep paths, very many parameters, calendars beyond any day that an article is of. What
/// only many pages together tell is in [Variations].
final class Traps {
  private static final int MAX_REPEATS = 2;
  private static final int MAX_DEPTH = 20;
  private static final int MAX_PARAMETERS = 12;

  /// Notices name days to come, such as that of an event, but hardly later ones.
  private static final int YEARS_AHEAD = 2;

  /// There was no web before; a calendar goes back to 1970 and further.
  private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

  private Traps() {}

  /// Why `url` is a trap by its form; empty where it is none.
  static Optional<String> why(String url, Instant now) {
    String identity = UrlIdentity.of(url);
    int query = identity.indexOf('?');
    int path = identity.indexOf('/', identity.indexOf("//") + 2);
    int end = query < 0 ? identity.length() : query;
    String[] segments = identity.substring(path < 0 || path > end ? end : path, end).split("/");
    if (segments.length > MAX_DEPTH) {
      return Optional.of("the path is very deep");
    }
    if (repeats(segments)) {
      return Optional.of("parts of the path repeat");
    }
    if (query >= 0 && identity.substring(query).split("&").length > MAX_PARAMETERS) {
      return Optional.of("very many parameters");
    }
    return CalendarDay.of(identity)
        .filter(day -> isBeyond(day, now.atZone(ZoneOffset.UTC).toLocalDate()))
        .map(day -> "a calendar beyond its useful days");
  }

  private static boolean repeats(String[] segments) {
    Map<String, Integer> counts = new HashMap<>();
    for (String segment : segments) {
      if (!segment.isEmpty() && counts.merge(segment, 1, Integer::sum) > MAX_REPEATS) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBeyond(CalendarDay calendar, LocalDate today) {
    return calendar.day().isAfter(today.plusYears(YEARS_AHEAD))
        || (calendar.isEnd() && calendar.day().isBefore(FIRST_DAY));
  }
}
