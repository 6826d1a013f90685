package dev.civicwire.app.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads the settings: defaults, then the YAML file, then the environment, then flags; the later
/// wins. An unknown key is an error that names the nearest known one.
public final class SettingsReader {
  /// Read by the start script or by the JVM's side, not settings of their own.
  private static final Set<String> OTHER_VARIABLES =
      Set.of(
          "CIVICWIRE_CONFIG",
          "CIVICWIRE_JAVA_HOME",
          "CIVICWIRE_JAVA_OPTS",
          "CIVICWIRE_ENGINES",
          "CIVICWIRE_TIER");

  private final Map<Setting, Settings.Resolved> values = new EnumMap<>(Setting.class);

  private SettingsReader() {}

  /// The effective settings.
  ///
  /// @param file the YAML file, where one was named
  /// @param environment of the process
  /// @param flags `key=value` pairs of the command line
  /// @throws ConfigException where a key is unknown, a value is not of its kind, or the file cannot
  /// be read
  public static Settings read(
      Optional<Path> file, Map<String, String> environment, List<String> flags) {
    SettingsReader reader = new SettingsReader();
    file.or(() -> Optional.ofNullable(environment.get("CIVICWIRE_CONFIG")).map(Path::of))
        .ifPresent(reader::readFile);
    reader.readEnvironment(environment);
    flags.forEach(reader::readFlag);
    return new Settings(reader.values).checked();
  }

  private void readFile(Path file) {
    if (!Files.isReadable(file)) {
      throw new ConfigException("config file " + file + " cannot be read: check its path and mode");
    }
    try {
      JsonNode root = YAMLMapper.builder().build().readTree(file.toFile());
      if (root.isMissingNode() || root.isNull()) {
        return;
      }
      if (!root.isObject()) {
        throw new ConfigException("config file " + file + " is not a list of 'key: value' lines");
      }
      readNode("", root, file);
    } catch (JacksonException e) {
      throw new ConfigException("config file " + file + " is no YAML: " + e.getOriginalMessage());
    }
  }

  private void readNode(String prefix, JsonNode node, Path file) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = prefix + entry.getKey();
      JsonNode value = entry.getValue();
      if (value.isObject()) {
        readNode(key + ".", value, file);
      } else if (value.isArray()) {
        throw new ConfigException(key + " in " + file + " is a list: give one value");
      } else {
        put(key, value.isNull() ? "" : value.asString(), file.toString());
      }
    }
  }

  private void readEnvironment(Map<String, String> environment) {
    for (Setting setting : Setting.values()) {
      String value = environment.get(setting.variable());
      if (value != null) {
        values.put(setting, new Settings.Resolved(value, "environment " + setting.variable()));
      }
    }
    for (String variable : environment.keySet()) {
      if (variable.startsWith("CIVICWIRE_")
          && !OTHER_VARIABLES.contains(variable)
          && !Setting.variables().contains(variable)) {
        throw new ConfigException(
            "unknown environment variable "
                + variable
                + Nearest.hint(variable, Setting.variables()));
      }
    }
  }

  private void readFlag(String pair) {
    int equals = pair.indexOf('=');
    if (equals < 1) {
      throw new ConfigException("--set " + pair + " is not of the form key=value");
    }
    put(pair.substring(0, equals).strip(), pair.substring(equals + 1), "flag");
  }

  private void put(String key, String value, String origin) {
    Setting setting =
        Setting.ofKey(key)
            .orElseThrow(
                () ->
                    new ConfigException(
                        "unknown key '%s' in %s%s"
                            .formatted(key, origin, Nearest.hint(key, Setting.keys()))));
    values.put(setting, new Settings.Resolved(value, origin));
  }
}
