package dev.civicwire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.civicwire.app.config.SettingsReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// `docker-compose.yml` speaks of commands and settings that there are.
class ComposeFileTest {
  private static final Path ROOT =
      Path.of(Objects.requireNonNullElse(System.getProperty("civicwire.root"), ".."));
  private static final Path FILE = ROOT.resolve("docker-compose.yml");

  private final JsonNode compose;

  ComposeFileTest() throws IOException {
    this.compose = YAMLMapper.builder().build().readTree(Files.readString(FILE));
  }

  @Test
  void everyStageIsACommand() {
    Map<String, String> commands = new HashMap<>();
    compose
        .path("services")
        .forEachEntry(
            (name, service) -> {
              if (service.has("command")) {
                commands.put(name, service.path("command").asString());
              }
            });
    assertThat(commands.keySet()).contains("topics", "ingest", "enrich", "index", "web");
    commands.forEach(
        (name, command) ->
            assertThat(
                    new CommandLine(new Civicwire())
                        .parseArgs(command.split(" "))
                        .subcommand()
                        .commandSpec()
                        .name())
                .isEqualTo(name));
  }

  @Test
  void everyVariableIsASetting() {
    Map<String, String> environment = new HashMap<>();
    compose
        .path("x-stage")
        .path("environment")
        .forEachEntry((name, value) -> environment.put(name, value.asString()));
    assertThat(environment).containsKeys("KAFKA_BOOTSTRAP_SERVERS", "ELASTICSEARCH_URL");
    assertThat(SettingsReader.read(Optional.empty(), environment, List.of())).isNotNull();
  }

  @Test
  void isUnderstoodByCompose() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/docker-compose")), "no docker-compose here");
    Process config =
        new ProcessBuilder("docker-compose", "-f", FILE.toString(), "config", "-q")
            .redirectErrorStream(true)
            .start();
    String words = new String(config.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(config.waitFor()).as(words).isZero();
  }
}
