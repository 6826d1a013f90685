package dev.civicwire.ingest.crawl;

import dev.civicwire.contract.CrawlState.FailureCount;
import dev.civicwire.contract.CrawlState.OfSourceDay;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the days of sources tell an operator: which have gone quiet, whose pages have changed so
/// that their text is no longer found, and whose are suddenly forbidden.
public final class Coverage {
  /// A source is quiet after this many times its usual interval between articles.
  private static final int QUIET = 5;

  private static final int MIN_QUIET_DAYS = 3;
  private static final int MIN_DAYS = 3;
  private static final int MIN_PAGES = 5;
  private static final double SHRUNK = 0.4;

  private Coverage() {}

  /// Days of one source, oldest first.
  private record History(String source, List<OfSourceDay> days) {
    Optional<CoverageWarning> warning(CoverageWarning.Kind kind, String what) {
      return Optional.of(new CoverageWarning(source, kind, source + ": " + what));
    }
  }

  /// Every source's day once: what was counted in parts is summed up.
  public static List<OfSourceDay> whole(List<OfSourceDay> days) {
    return List.copyOf(
        days.stream()
            .collect(
                Collectors.toMap(
                    day -> day.source() + " " + day.day(),
                    day -> day,
                    SourceDays::sum,
                    LinkedHashMap::new))
            .values());
  }

  /// What an operator should look at, by source.
  ///
  /// @param today in UTC
  public static List<CoverageWarning> warnings(List<OfSourceDay> days, LocalDate today) {
    Map<String, List<OfSourceDay>> bySource =
        days.stream()
            .sorted(Comparator.comparing(OfSourceDay::day))
            .collect(Collectors.groupingBy(OfSourceDay::source, TreeMap::new, Collectors.toList()));
    List<CoverageWarning> warnings = new ArrayList<>();
    bySource.forEach(
        (source, history) -> {
          History of = new History(source, history);
          quiet(of, today).ifPresent(warnings::add);
          layout(of).ifPresent(warnings::add);
          forbidden(of).ifPresent(warnings::add);
        });
    return warnings;
  }

  private static Optional<CoverageWarning> quiet(History history, LocalDate today) {
    List<LocalDate> withArticles =
        history.days().stream()
            .filter(day -> day.created() > 0)
            .map(day -> LocalDate.parse(day.day()))
            .toList();
    if (withArticles.size() < MIN_DAYS) {
      return Optional.empty();
    }
    long span = ChronoUnit.DAYS.between(withArticles.getFirst(), withArticles.getLast());
    double usual = (double) span / (withArticles.size() - 1);
    long silent = ChronoUnit.DAYS.between(withArticles.getLast(), today);
    return silent >= MIN_QUIET_DAYS && silent > QUIET * usual
        ? history.warning(
            CoverageWarning.Kind.QUIET,
            "no article for %d days, %.0f times its usual interval"
                .formatted(silent, silent / Math.max(usual, 1)))
        : Optional.empty();
  }

  /// The last day with pages against the days before it.
  private static Optional<CoverageWarning> layout(History history) {
    List<OfSourceDay> read =
        history.days().stream().filter(d -> articles(d) + d.empty() > 0).toList();
    if (read.size() < 2) {
      return Optional.empty();
    }
    OfSourceDay last = read.getLast();
    List<OfSourceDay> before = read.subList(0, read.size() - 1);
    int articlesBefore = before.stream().mapToInt(Coverage::articles).sum();
    long charactersBefore = before.stream().mapToLong(OfSourceDay::characters).sum();
    int pages = articles(last) + last.empty();
    if (articlesBefore < MIN_PAGES || pages < MIN_PAGES) {
      return Optional.empty();
    }
    long usual = charactersBefore / articlesBefore;
    long now = last.characters() / pages;
    return now < SHRUNK * usual
        ? history.warning(
            CoverageWarning.Kind.LAYOUT,
            "layout changed? extraction fell from %d to %d characters a page on %s"
                .formatted(usual, now, last.day()))
        : Optional.empty();
  }

  /// Its last day found mostly pages that are forbidden, although they were read before.
  private static Optional<CoverageWarning> forbidden(History history) {
    OfSourceDay last = history.days().getLast();
    int pages = forbidden(last);
    long fetched = last.fetched();
    long before = history.days().stream().mapToLong(OfSourceDay::fetched).sum() - fetched;
    return pages > 0 && pages > fetched && before >= MIN_PAGES
        ? history.warning(
            CoverageWarning.Kind.FORBIDDEN,
            "forbidden on %s: %d pages, read: %d; a slip of its site (robots.txt, noindex)?"
                .formatted(last.day(), pages, fetched))
        : Optional.empty();
  }

  private static int forbidden(OfSourceDay day) {
    return day.failed().stream()
        .filter(failed -> failed.reason().equals(Outcomes.FORBIDDEN))
        .mapToInt(FailureCount::count)
        .sum();
  }

  private static int articles(OfSourceDay day) {
    return day.created() + day.changed();
  }
}
