package dev.civicwire.ingest.robots;

import dev.civicwire.contract.CrawlState.OfRobots;
import dev.civicwire.ingest.url.UrlIdentity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// What is known of one origin's robots.txt.
///
/// @param rules in force; empty where it was never readable
/// @param contentType of the file
/// @param text the file as the crawl state keeps it; empty where there are no rules, or too many
/// @param readAt when it was last asked for
/// @param expires when to ask again
/// @param failures in a row
/// @param why it could not be read the last time
record RobotsEntry(
    Optional<RobotsRules> rules,
    Optional<String> contentType,
    Optional<String> text,
    Instant readAt,
    Instant expires,
    int failures,
    String why) {
  /// RFC 9309 section 2.4: no longer than a day.
  static final Duration FRESH = Duration.ofHours(24);

  /// A file that is larger when packed is read again by the next process: the crawl state is to
  /// stay small, and hardly a site has so many rules.
  private static final int MOST_KEPT = 48 * 1024;

  /// A site without the file.
  private static final String NONE = "";

  static RobotsEntry none(Instant now) {
    return new RobotsEntry(
        Optional.of(RobotsRules.allowAll()),
        Optional.empty(),
        Optional.of(NONE),
        now,
        now.plus(FRESH),
        0,
        "");
  }

  static RobotsEntry of(RobotsRules rules, byte[] body, String contentType, Instant now) {
    return new RobotsEntry(
        Optional.of(rules), Optional.of(contentType), packed(body), now, now.plus(FRESH), 0, "");
  }

  /// As the crawl state keeps it; empty where it is too large for that.
  Optional<OfRobots> state(String origin) {
    return rules.isPresent() && text.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new OfRobots(
                origin,
                UrlIdentity.host(origin).orElse(""),
                readAt,
                expires,
                failures,
                contentType,
                text,
                Optional.of(why).filter(line -> !line.isEmpty())));
  }

  /// What the crawl state has kept; empty where it cannot be used.
  static Optional<RobotsEntry> of(OfRobots state, String agent) {
    Optional<RobotsRules> rules = Optional.empty();
    if (state.text().isPresent()) {
      rules = rules(state, state.text().get(), agent);
      if (rules.isEmpty()) {
        return Optional.empty();
      }
    }
    Instant latest = state.readAt().plus(FRESH);
    return Optional.of(
        new RobotsEntry(
            rules,
            state.contentType(),
            state.text(),
            state.readAt(),
            state.nextDue().isBefore(latest) ? state.nextDue() : latest,
            state.failures(),
            state.why().orElse("")));
  }

  private static Optional<RobotsRules> rules(OfRobots state, String text, String agent) {
    if (text.equals(NONE)) {
      return Optional.of(RobotsRules.allowAll());
    }
    return unpacked(text)
        .map(
            body ->
                RobotsRules.parse(
                    state.origin() + "/robots.txt",
                    body,
                    state.contentType().orElse("text/plain"),
                    agent));
  }

  private static Optional<String> packed(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.size() > MOST_KEPT
        ? Optional.empty()
        : Optional.of(Base64.getEncoder().encodeToString(bytes.toByteArray()));
  }

  private static Optional<byte[]> unpacked(String text) {
    try (GZIPInputStream gzip =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
      return Optional.of(gzip.readNBytes(RobotsRules.MAX_BYTES));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
