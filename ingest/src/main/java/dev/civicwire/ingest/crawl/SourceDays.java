package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState.OfSourceDay;
import java.util.ArrayList;
import java.util.List;

/// Adds events to a source's day.
final class SourceDays {
  private SourceDays() {}

  static OfSourceDay none(String source, String host, String day) {
    return new OfSourceDay(source, host, day, 0, 0, 0, 0, 0, 0, 0, List.of(), 0);
  }

  static OfSourceDay plus(OfSourceDay day, CrawlEvent event) {
    return switch (event) {
      case CrawlEvent.SourceRead e -> add(day, e.due(), 0, 0, 0, 0, 0, 0, 0);
      case CrawlEvent.Fetched e -> add(day, 0, 1, 0, 0, 0, 0, 0, 0);
      case CrawlEvent.ArticleFound e ->
          add(day, 0, 0, e.changed() ? 0 : 1, e.changed() ? 1 : 0, 0, 0, 0, e.characters());
      case CrawlEvent.Nothing e ->
          add(day, 0, 0, 0, 0, e.outcome().equals(Outcomes.UNCHANGED) ? 1 : 0, 0, 0, 0);
      case CrawlEvent.Refused e -> add(day, 0, 0, 0, 0, 0, 1, isEmpty(e.reason()) ? 1 : 0, 0);
      case CrawlEvent.SourceFailed e -> failed(day, e.reason());
      case CrawlEvent.Failed e -> failed(day, e.reason());
      case CrawlEvent.Forbidden e -> failed(day, "forbidden");
      case CrawlEvent.Gone e -> failed(day, "gone");
      case CrawlEvent.Moved e -> day;
      case CrawlEvent.Deferred e -> day;
      case CrawlEvent.SourceDone e -> day;
    };
  }

  private static boolean isEmpty(String reason) {
    return reason.equals("no-text") || reason.equals("empty-page");
  }

  private static OfSourceDay add(
      OfSourceDay d,
      int due,
      int fetched,
      int created,
      int changed,
      int unchanged,
      int rejected,
      int empty,
      long characters) {
    return new OfSourceDay(
        d.source(),
        d.host(),
        d.day(),
        d.due() + due,
        d.fetched() + fetched,
        d.created() + created,
        d.changed() + changed,
        d.unchanged() + unchanged,
        d.rejected() + rejected,
        d.empty() + empty,
        d.failed(),
        d.characters() + characters);
  }

  private static OfSourceDay failed(OfSourceDay d, String reason) {
    List<String> failed = new ArrayList<>(d.failed());
    String start = reason + " ";
    int count = 1;
    for (String entry : d.failed()) {
      if (entry.startsWith(start)) {
        count = 1 + Integer.parseInt(entry.substring(start.length()));
        failed.remove(entry);
      }
    }
    failed.add(start + count);
    failed.sort(null);
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
        d.characters());
  }
}
