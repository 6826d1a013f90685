package dev.civicwire.app.command;

import dev.civicwire.app.config.Setting;
import dev.civicwire.app.config.Settings;
import dev.civicwire.app.config.SettingsReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of every command that reads settings.
public final class CommonOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "data folder (default: a per-user one)")
  @Nullable Path data;

  @Option(names = "--config", paramLabel = "FILE", description = "YAML file of settings")
  @Nullable Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "one setting; 'civicwire config' lists them")
  List<String> set = new ArrayList<>();

  /// The effective settings.
  Settings settings() {
    List<String> flags = new ArrayList<>(set);
    if (data != null) {
      flags.add("data=" + data);
    }
    Settings settings = SettingsReader.read(Optional.ofNullable(config), System.getenv(), flags);
    log(settings, Setting.LOG_FORMAT);
    log(settings, Setting.LOG_LEVEL);
    return settings;
  }

  /// For `logback.xml`, which is read when the first class that logs is loaded, after this.
  private static void log(Settings settings, Setting setting) {
    System.setProperty(setting.variable(), settings.text(setting).strip().toLowerCase(Locale.ROOT));
  }
}
