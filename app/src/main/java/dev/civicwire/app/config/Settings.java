package dev.civicwire.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The effective settings, each with where it came from. Immutable.
public final class Settings {
  /// A value and its origin.
  ///
  /// @param value as text
  /// @param origin `default`, `environment VARIABLE`, `FILE` or `flag`
  public record Resolved(String value, String origin) {}

  private final Map<Setting, Resolved> values;

  Settings(Map<Setting, Resolved> values) {
    this.values = new EnumMap<>(values);
  }

  /// The value of `setting` and where it comes from.
  public Resolved resolved(Setting setting) {
    Resolved resolved = values.get(setting);
    return resolved == null ? new Resolved(setting.fallback(), "default") : resolved;
  }

  /// The value as text, maybe empty.
  public String text(Setting setting) {
    return resolved(setting).value();
  }

  /// The value, unless empty.
  public Optional<String> given(Setting setting) {
    return Optional.of(text(setting)).filter(value -> !value.isBlank());
  }

  /// The value as a whole number that is not negative.
  public int number(Setting setting) {
    return parsed(setting).orElseThrow(() -> wrong(setting, "a whole number, 0 or more"));
  }

  private OptionalInt parsed(Setting setting) {
    try {
      int number = Integer.parseInt(text(setting).strip());
      return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /// The value as `true` or `false`.
  public boolean flag(Setting setting) {
    return switch (text(setting).strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> throw wrong(setting, "true or false");
    };
  }

  /// The value as a duration such as `500ms`, `2s`, `5m`, `1h`, `1d`.
  public Duration duration(Setting setting) {
    String text = text(setting).strip().toLowerCase(Locale.ROOT);
    try {
      if (text.endsWith("ms")) {
        return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
      }
      return Duration.parse(text.endsWith("d") ? "P" + text : "PT" + text);
    } catch (DateTimeParseException | NumberFormatException e) {
      throw wrong(setting, "a duration such as 500ms, 2s, 5m or 1h");
    }
  }

  /// The data folder: the one given, or the user's own by the XDG convention.
  public Path dataFolder() {
    return given(Setting.DATA)
        .map(Path::of)
        .orElseGet(Settings::userFolder)
        .toAbsolutePath()
        .normalize();
  }

  private static Path userFolder() {
    String base = System.getenv("XDG_DATA_HOME");
    Path parent =
        base == null || base.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "share")
            : Path.of(base);
    return parent.resolve("civicwire");
  }

  private ConfigException wrong(Setting setting, String expected) {
    Resolved resolved = resolved(setting);
    return new ConfigException(
        "%s is '%s' (from %s): give %s"
            .formatted(setting.key(), resolved.value(), resolved.origin(), expected));
  }
}
