package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState.FailureCount;
import dev.civicwire.contract.CrawlState.OfSourceDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adds events to a source's day.
final class SourceDays {
  private SourceDays() {}

  /// What is counted, each in its own field of the day.
  private enum Figure {
    DUE,
    FETCHED,
    CREATED,
    CHANGED,
    UNCHANGED,
    REJECTED,
    EMPTY,
    CHARACTERS
  }

  static OfSourceDay none(String source, String host, String day, Optional<Integer> part) {
    return new OfSourceDay(source, host, day, 0, 0, 0, 0, 0, 0, 0, List.of(), 0, part);
  }

  static OfSourceDay plus(OfSourceDay day, CrawlEvent event) {
    return switch (event) {
      case CrawlEvent.SourceRead e -> add(day, Map.of(Figure.DUE, (long) e.due()));
      case CrawlEvent.Fetched e -> add(day, Map.of(Figure.FETCHED, 1L));
      case CrawlEvent.ArticleFound e ->
          add(
              day,
              Map.of(
                  e.changed() ? Figure.CHANGED : Figure.CREATED,
                  1L,
                  Figure.CHARACTERS,
                  (long) e.characters()));
      case CrawlEvent.Nothing e ->
          e.outcome().equals(Outcomes.UNCHANGED) ? add(day, Map.of(Figure.UNCHANGED, 1L)) : day;
      case CrawlEvent.Refused e ->
          add(
              day,
              isEmpty(e.reason())
                  ? Map.of(Figure.REJECTED, 1L, Figure.EMPTY, 1L)
                  : Map.of(Figure.REJECTED, 1L));
      case CrawlEvent.SourceFailed e -> failed(day, List.of(new FailureCount(e.reason(), 1)));
      case CrawlEvent.Failed e -> failed(day, List.of(new FailureCount(e.reason(), 1)));
      case CrawlEvent.Forbidden e -> failed(day, List.of(new FailureCount("forbidden", 1)));
      case CrawlEvent.Gone e -> failed(day, List.of(new FailureCount("gone", 1)));
      case CrawlEvent.Trapped e -> failed(day, List.of(new FailureCount(Outcomes.TRAP, 1)));
      case CrawlEvent.SourceMoved e -> day;
      case CrawlEvent.Moved e -> day;
      case CrawlEvent.Deferred e -> day;
      case CrawlEvent.SitemapRetired e -> day;
      case CrawlEvent.SourceDone e -> day;
    };
  }

  private static boolean isEmpty(String reason) {
    return reason.equals("no-text") || reason.equals("empty-page");
  }

  /// Two parts of one day as a whole.
  static OfSourceDay sum(OfSourceDay a, OfSourceDay b) {
    OfSourceDay whole = a.part().isEmpty() ? a : b;
    OfSourceDay rest = a.part().isEmpty() ? b : a;
    Map<Figure, Long> more =
        Map.of(
            Figure.DUE, (long) rest.due(),
            Figure.FETCHED, (long) rest.fetched(),
            Figure.CREATED, (long) rest.created(),
            Figure.CHANGED, (long) rest.changed(),
            Figure.UNCHANGED, (long) rest.unchanged(),
            Figure.REJECTED, (long) rest.rejected(),
            Figure.EMPTY, (long) rest.empty(),
            Figure.CHARACTERS, rest.characters());
    return failed(add(whole, more), rest.failed());
  }

  private static OfSourceDay add(OfSourceDay d, Map<Figure, Long> more) {
    return new OfSourceDay(
        d.source(),
        d.host(),
        d.day(),
        sum(d.due(), more, Figure.DUE),
        sum(d.fetched(), more, Figure.FETCHED),
        sum(d.created(), more, Figure.CREATED),
        sum(d.changed(), more, Figure.CHANGED),
        sum(d.unchanged(), more, Figure.UNCHANGED),
        sum(d.rejected(), more, Figure.REJECTED),
        sum(d.empty(), more, Figure.EMPTY),
        d.failed(),
        d.characters() + more.getOrDefault(Figure.CHARACTERS, 0L),
        d.part());
  }

  private static int sum(int before, Map<Figure, Long> more, Figure figure) {
    return Math.toIntExact(before + more.getOrDefault(figure, 0L));
  }

  private static OfSourceDay failed(OfSourceDay d, List<FailureCount> more) {
    List<FailureCount> failed = new ArrayList<>(d.failed());
    for (FailureCount added : more) {
      int before =
          failed.stream()
              .filter(f -> f.reason().equals(added.reason()))
              .mapToInt(FailureCount::count)
              .sum();
      failed.removeIf(f -> f.reason().equals(added.reason()));
      failed.add(new FailureCount(added.reason(), before + added.count()));
    }
    failed.sort(Comparator.comparing(FailureCount::reason));
    return new OfSourceDay(
        d.source(),
        d.host(),
        d.day(),
        d.due(),
        d.fetched(),
        d.created(),
        d.changed(),
        d.unchanged(),
        d.rejected(),
        d.empty(),
        failed,
        d.characters(),
        d.part());
  }
}
