package dev.civicwire.ingest.source;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// What every kind of source has.
///
/// @param name unique in its file
/// @param url normalised address
/// @param schedule when it is read
/// @param article pattern of article addresses (RE2 syntax: linear time)
/// @param maxPages most pages of the source itself in one reading
/// @param maxArticles most links taken in one reading
/// @param maxPerDay most article pages fetched in one day (UTC)
/// @param paused true while the operator holds it
/// @param delay pause between two requests to the host
public record SourceBasics(
    String name,
    String url,
    Schedule schedule,
    Optional<Pattern> article,
    int maxPages,
    int maxArticles,
    OptionalInt maxPerDay,
    boolean paused,
    Optional<Duration> delay) {
  /// Pages of one source in one reading where its file says nothing.
  public static final int DEFAULT_MAX_PAGES = 20;

  /// Links of one reading where its file says nothing.
  public static final int DEFAULT_MAX_ARTICLES = 1000;

  /// A source with nothing but a name, an address and an interval.
  public static SourceBasics of(String name, String url, Duration every) {
    return new SourceBasics(
        name,
        url,
        new Schedule.Every(every),
        Optional.empty(),
        DEFAULT_MAX_PAGES,
        DEFAULT_MAX_ARTICLES,
        OptionalInt.empty(),
        false,
        Optional.empty());
  }
}
