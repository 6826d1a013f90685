package dev.civicwire.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

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

  /// The value as a whole number.
  public int number(Setting setting) {
    return ValueKind.whole(text(setting)).orElseThrow(() -> wrong(setting));
  }

  /// The value as `true` or `false`.
  public boolean flag(Setting setting) {
    return ValueKind.yesNo(text(setting)).orElseThrow(() -> wrong(setting));
  }

  /// The value as a duration such as `500ms`, `2s`, `5m`, `1h`, `1d`.
  public Duration duration(Setting setting) {
    return ValueKind.duration(text(setting)).orElseThrow(() -> wrong(setting));
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

  /// Refuses values that are not of their setting's kind.
  ///
  /// @throws ConfigException that names the first one, where it comes from and what to give
  Settings checked() {
    for (Setting setting : Setting.values()) {
      if (!setting.kind().accepts(text(setting))) {
        throw wrong(setting);
      }
    }
    return this;
  }

  private ConfigException wrong(Setting setting) {
    Resolved resolved = resolved(setting);
    return new ConfigException(
        "%s is '%s' (from %s): give %s"
            .formatted(
                setting.key(), resolved.value(), resolved.origin(), setting.kind().expected()));
  }
}
