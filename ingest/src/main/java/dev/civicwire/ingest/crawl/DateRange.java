package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.source.FoundLink;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/// The days (UTC) that a back-fill is for.
///
/// @param from first moment
/// @param to first moment after
public record DateRange(Instant from, Instant to) {
  public DateRange {
    if (!from.isBefore(to)) {
      throw new StageException("no day lies between %s and %s".formatted(from, to));
    }
  }

  /// All of the days from `first` to `last`.
  public static DateRange days(LocalDate first, LocalDate last) {
    return new DateRange(
        first.atStartOfDay(ZoneOffset.UTC).toInstant(),
        last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /// Whether a page can be of these days: a date that its source gives is, or there is none.
  boolean mayHold(FoundLink link) {
    List<Instant> dates = dates(link);
    return dates.isEmpty() || dates.stream().anyMatch(d -> !d.isBefore(from) && d.isBefore(to));
  }

  /// Whether all of the links have dates and are older: behind them there is nothing newer.
  boolean isPassed(List<FoundLink> links) {
    return !links.isEmpty()
        && links.stream()
            .map(DateRange::dates)
            .allMatch(d -> !d.isEmpty() && d.stream().allMatch(date -> date.isBefore(from)));
  }

  private static List<Instant> dates(FoundLink link) {
    return Stream.concat(link.published().stream(), link.updated().stream()).toList();
  }
}
