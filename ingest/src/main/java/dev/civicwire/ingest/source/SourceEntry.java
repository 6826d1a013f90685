package dev.civicwire.ingest.source;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.civicwire.contract.StageException;
import dev.civicwire.ingest.url.UrlIdentity;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/// One item of a source file, key by key, before it is understood.
///
/// @param file for messages
/// @param line at which it starts
/// @param fields in the file's order
record SourceEntry(String file, int line, Map<String, Field> fields) {
  static final List<String> KINDS = List.of("feed", "sitemap", "listing", "page", "govuk", "ocds");
  static final List<String> KEYS =
      List.of(
          "name",
          "kind",
          "url",
          "every",
          "cron",
          "zone",
          "link",
          "next",
          "article",
          "maxPages",
          "maxArticles",
          "maxPerDay",
          "paused",
          "delay");
  private static final Duration DEFAULT_EVERY = Duration.ofHours(1);
  private static final Duration MIN_EVERY = Duration.ofSeconds(1);

  /// A value and its line.
  record Field(String value, int line) {}

  Source toSource() {
    for (Map.Entry<String, Field> field : fields.entrySet()) {
      if (!KEYS.contains(field.getKey())) {
        throw error(
            field.getValue().line(),
            "unknown key %s; did you mean %s?"
                .formatted(field.getKey(), Nearest.of(field.getKey(), KEYS)));
      }
    }
    String kind = required("kind");
    if (!kind.equals("listing")) {
      onlyForListings("link");
      onlyForListings("next");
    }
    return switch (kind) {
      case "feed" -> new FeedSource(basics());
      case "sitemap" -> new SitemapSource(basics());
      case "page" -> new PageSource(basics());
      case "govuk" -> new GovUkSource(basics());
      case "ocds" -> new OcdsSource(basics());
      case "listing" ->
          new ListingSource(
              basics(), selector("link", required("link")), text("next").map(this::nextSelector));
      default ->
          throw error(
              lineOf("kind"),
              "unknown kind %s; did you mean %s? Kinds are %s"
                  .formatted(kind, Nearest.of(kind, KINDS), String.join(", ", KINDS)));
    };
  }

  private SourceBasics basics() {
    return new SourceBasics(
        required("name"),
        url(),
        schedule(),
        text("article").map(this::pattern),
        number("maxPages", SourceBasics.DEFAULT_MAX_PAGES),
        number("maxArticles", SourceBasics.DEFAULT_MAX_ARTICLES),
        text("maxPerDay").isPresent()
            ? OptionalInt.of(number("maxPerDay", 1))
            : OptionalInt.empty(),
        bool("paused"),
        text("delay").map(d -> duration("delay", d)));
  }

  private String url() {
    String url = required("url");
    return UrlIdentity.fetchable(url)
        .orElseThrow(
            () ->
                error(
                    lineOf("url"),
                    "%s is no http or https address; write it in full".formatted(url)));
  }

  private Schedule schedule() {
    Optional<String> cron = text("cron");
    if (cron.isPresent() && fields.containsKey("every")) {
      throw error(lineOf("cron"), "give either every or cron, not both");
    }
    if (cron.isEmpty()) {
      Duration every = text("every").map(e -> duration("every", e)).orElse(DEFAULT_EVERY);
      if (every.compareTo(MIN_EVERY) < 0) {
        throw error(lineOf("every"), "every is at least 1s");
      }
      return new Schedule.Every(every);
    }
    try {
      return new Schedule.ByCron(cron.get(), zone());
    } catch (IllegalArgumentException e) {
      throw error(
          lineOf("cron"),
          "%s is no cron expression of five fields: %s".formatted(cron.get(), e.getMessage()));
    }
  }

  private ZoneId zone() {
    String zone = text("zone").orElse("UTC");
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw error(lineOf("zone"), "%s is no time zone; such as Europe/London".formatted(zone));
    }
  }

  private Pattern pattern(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw error(
          lineOf("article"), "article is no pattern in RE2 syntax: %s".formatted(e.getMessage()));
    }
  }

  private String nextSelector(String css) {
    return selector("next", css);
  }

  private String selector(String key, String css) {
    try {
      QueryParser.parse(css);
      return css;
    } catch (SelectorParseException | IllegalArgumentException e) {
      throw error(lineOf(key), "%s is no CSS selector: %s".formatted(key, e.getMessage()));
    }
  }

  private Duration duration(String key, String text) {
    return Durations.parse(text)
        .orElseThrow(
            () ->
                error(
                    lineOf(key),
                    "%s: %s is no duration; such as 500ms, 30s, 15m, 6h, 1d".formatted(key, text)));
  }

  private int number(String key, int otherwise) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, together with zero and negative numbers
    }
    throw error(lineOf(key), "%s: %s is no number above zero".formatted(key, text.get()));
  }

  private boolean bool(String key) {
    String text = text(key).orElse("false");
    if (!text.equals("true") && !text.equals("false")) {
      throw error(lineOf(key), "%s is true or false, not %s".formatted(key, text));
    }
    return text.equals("true");
  }

  private void onlyForListings(String key) {
    if (fields.containsKey(key)) {
      throw error(lineOf(key), key + " is for sources of kind listing");
    }
  }

  private String required(String key) {
    return text(key)
        .orElseThrow(
            () -> error(fields.containsKey(key) ? lineOf(key) : line, key + " is missing"));
  }

  private Optional<String> text(String key) {
    @Nullable Field field = fields.get(key);
    return field == null
        ? Optional.empty()
        : Optional.of(field.value().strip()).filter(v -> !v.isEmpty());
  }

  private int lineOf(String key) {
    @Nullable Field field = fields.get(key);
    return field == null ? line : field.line();
  }

  private StageException error(int at, String message) {
    return new StageException("%s:%d: %s".formatted(file, at, message));
  }
}
