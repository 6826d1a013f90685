package dev.civicwire.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
  @TempDir Path folder;

  @Test
  void laterSourcesWinAndEachValueSaysWhereItComesFrom() throws IOException {
    Path file = file("kafka:\n  partitions: 3\nweb:\n  port: 9000\n");
    Settings settings =
        SettingsReader.read(
            Optional.of(file), Map.of("KAFKA_PARTITIONS", "4"), List.of("web.port=0"));
    assertThat(settings.resolved(Setting.KAFKA_PARTITIONS))
        .isEqualTo(new Settings.Resolved("4", "environment KAFKA_PARTITIONS"));
    assertThat(settings.resolved(Setting.WEB_PORT)).isEqualTo(new Settings.Resolved("0", "flag"));
    assertThat(settings.resolved(Setting.WEB_HOST))
        .isEqualTo(new Settings.Resolved("127.0.0.1", "default"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kafka: {bootstrap-server: x}  | unknown key 'kafka.bootstrap-server'  | kafka.bootstrap-servers
          web: {prot: 1}                | unknown key 'web.prot'                | web.port
          elasticsearch: {urls: x}      | unknown key 'elasticsearch.urls'      | elasticsearch.url
          - a                           | is not a list of 'key: value' lines   | config file
          web: {port: [1, 2]}           | is a list                             | web.port
          'a: b: c'                     | is no YAML                            | config file
          """)
  void namesWhatIsWrongInAFile(String yaml, String problem, String hint) throws IOException {
    Path file = file(yaml);
    assertThatThrownBy(() -> SettingsReader.read(Optional.of(file), Map.of(), List.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(problem)
        .hasMessageContaining(hint)
        .hasMessageContaining(file.toString());
  }

  @Test
  void namesTheNearestVariable() {
    assertThatThrownBy(
            () ->
                SettingsReader.read(Optional.empty(), Map.of("CIVICWIRE_WEB_PROT", "1"), List.of()))
        .hasMessageContaining("CIVICWIRE_WEB_PROT")
        .hasMessageContaining("did you mean 'CIVICWIRE_WEB_PORT'?");
  }

  @ParameterizedTest
  @CsvSource({"500ms,PT0.5S", "2s,PT2S", "5m,PT5M", "1h,PT1H", "2d,PT48H"})
  void readsDurations(String text, Duration expected) {
    Settings settings =
        SettingsReader.read(Optional.empty(), Map.of(), List.of("crawl.delay=" + text));
    assertThat(settings.duration(Setting.CRAWL_DELAY)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "web.port=x,a whole number from 0 to 65535",
    "web.port=-1,a whole number",
    "web.port=99999,a whole number",
    "kafka.partitions=0,a whole number",
    "crawl.delay=nonsense,a duration such as",
    "crawl.delay=-2s,a duration",
    "kafka.tls=perhaps,true or false",
    "log.format=xml,text or json"
  })
  void refusesValuesOfTheWrongKind(String flag, String expected) {
    assertThatThrownBy(() -> SettingsReader.read(Optional.empty(), Map.of(), List.of(flag)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(expected)
        .hasMessageContaining("from flag");
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("civicwire.yaml"), yaml);
  }
}
