package dev.civicwire.ingest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// The `Retry-After` header, in seconds or as a date (RFC 9110 section 10.2.3).
final class RetryAfter {
  private static final int MAX_DIGITS = 9;

  private RetryAfter() {}

  /// The wait that `header` asks for, at most `cap`; empty where it makes no sense.
  static Optional<Duration> parse(String header, Instant now, Duration cap) {
    return wait(header.strip(), now)
        .filter(wait -> !wait.isNegative())
        .map(wait -> wait.compareTo(cap) > 0 ? cap : wait);
  }

  private static Optional<Duration> wait(String header, Instant now) {
    if (!header.isEmpty() && header.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(
          header.length() > MAX_DIGITS
              ? Duration.ofDays(Integer.MAX_VALUE)
              : Duration.ofSeconds(Long.parseLong(header)));
    }
    try {
      return Optional.of(
          Duration.between(
              now, ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
