package dev.civicwire.app.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// What the value of a setting may be.
sealed interface ValueKind {
  /// Anything.
  record Text() implements ValueKind {}

  /// A whole number within bounds.
  record Whole(int least, int most) implements ValueKind {}

  /// `true` or `false`.
  record YesNo() implements ValueKind {}

  /// A duration.
  record Time() implements ValueKind {}

  /// One of some words.
  record OneOf(List<String> words) implements ValueKind {
    public OneOf {
      words = List.copyOf(words);
    }
  }

  /// Whether `value` is of this kind.
  default boolean accepts(String value) {
    return switch (this) {
      case Text text -> true;
      case Whole(int least, int most) ->
          whole(value).stream().anyMatch(number -> number >= least && number <= most);
      case YesNo yesNo -> yesNo(value).isPresent();
      case Time time -> duration(value).isPresent();
      case OneOf(List<String> words) -> words.contains(value.strip().toLowerCase(Locale.ROOT));
    };
  }

  /// What to give, for a person.
  default String expected() {
    return switch (this) {
      case Text text -> "any text";
      case Whole(int least, int most) -> "a whole number from %d to %d".formatted(least, most);
      case YesNo yesNo -> "true or false";
      case Time time -> "a duration such as 500ms, 2s, 5m or 1h";
      case OneOf(List<String> words) -> String.join(" or ", words);
    };
  }

  /// A whole number.
  static OptionalInt whole(String value) {
    try {
      return OptionalInt.of(Integer.parseInt(value.strip()));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /// Yes or no in the usual words.
  static Optional<Boolean> yesNo(String value) {
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> Optional.of(true);
      case "false", "no", "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /// A duration such as `500ms`, `2s`, `5m`, `1h`, `1d`, not negative.
  static Optional<Duration> duration(String value) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    try {
      Duration duration =
          text.endsWith("ms")
              ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
              : Duration.parse(text.endsWith("d") ? "P" + text : "PT" + text);
      return Optional.of(duration).filter(d -> !d.isNegative());
    } catch (DateTimeParseException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
