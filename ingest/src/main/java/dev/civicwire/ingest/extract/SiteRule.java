package dev.civicwire.ingest.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What is known of the layout of one site: CSS selectors, valid for a while.
///
/// @param site host that the rule is for, with all hosts below it
/// @param from first day on which the layout was seen
/// @param until last day, where the layout is known to have changed since
/// @param body selectors of the parts that hold the article, in order
/// @param drop selectors of what is none of it inside those
/// @param title selectors of the headline; the first that yields text wins
/// @param authors selectors of the bylines; all that yield names count
/// @param published selectors of the date; the first that yields one wins
record SiteRule(
    String site,
    LocalDate from,
    Optional<LocalDate> until,
    List<String> body,
    List<String> drop,
    List<String> title,
    List<String> authors,
    List<String> published) {
  boolean isFor(String host, LocalDate day) {
    boolean here = host.equals(site) || host.endsWith("." + site);
    return here && !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
  }
}
