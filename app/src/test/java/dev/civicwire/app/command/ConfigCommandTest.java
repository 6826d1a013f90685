package dev.civicwire.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.app.config.Setting;
import dev.civicwire.app.fixture.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigCommandTest {
  private static final int EX_CONFIG = 78;

  @TempDir Path folder;

  @Test
  void listsEverySettingWithItsOrigin() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("civicwire.yaml"),
            "kafka: {partitions: 3}\nelasticsearch: {password: hush, api-key: hush2}\n");
    Cli.Result result =
        Cli.run(
            "config",
            "--config",
            file.toString(),
            "--data",
            folder.toString(),
            "--set",
            "web.port=9999");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.outLines())
        .hasSize(Setting.values().length)
        .anyMatch(line -> line.matches("data: +" + folder + " +# from flag; .*"))
        .anyMatch(line -> line.matches("kafka.partitions: +3 +# from " + file + "; .*"))
        .anyMatch(line -> line.matches("web.port: +9999 +# from flag; .*"))
        .anyMatch(line -> line.matches("web.host: +127.0.0.1 +# from default; .*"))
        .anyMatch(line -> line.matches("elasticsearch.password: +\\(hidden\\) .*"));
    assertThat(result.out()).doesNotContain("hush");
    Arrays.stream(Setting.values())
        .forEach(setting -> assertThat(result.out()).contains(setting.key() + ":"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kafka.bootstrap-server=x | unknown key 'kafka.bootstrap-server' | did you mean 'kafka.bootstrap-servers'?
          elasticsearch.urll=x     | unknown key 'elasticsearch.urll'     | did you mean 'elasticsearch.url'?
          web.prot=1               | unknown key 'web.prot'               | did you mean 'web.port'?
          nonsense                 | is not of the form key=value         | nonsense
          """)
  void namesTheNearestKnownKey(String pair, String problem, String hint) {
    Cli.Result result = Cli.run("config", "--set", pair);
    assertThat(result.code()).isEqualTo(EX_CONFIG);
    assertThat(result.out()).isEmpty();
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.reason()).startsWith("civicwire config: ").contains(problem).contains(hint);
  }

  @Test
  void namesAConfigFileThatIsNotThere() {
    Cli.Result result = Cli.run("config", "--config", folder.resolve("none.yaml").toString());
    assertThat(result.code()).isEqualTo(EX_CONFIG);
    assertThat(result.reason()).contains("none.yaml").contains("cannot be read");
  }

  @ParameterizedTest
  @CsvSource({
    "engine-wait=soon,a duration such as",
    "kafka.group-protocol=raft,give consumer or classic",
    "kafka.partitions=many,a whole number",
    "kafka.tls=perhaps,true or false"
  })
  void refusesAValueOfTheWrongKindBeforeItConnects(String pair, String expected) {
    Cli.Result result =
        Cli.run(
            "topics",
            "create",
            "--data",
            folder.toString(),
            "--set",
            "kafka.bootstrap-servers=127.0.0.1:1",
            "--set",
            pair);
    assertThat(result.code()).isEqualTo(EX_CONFIG);
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.reason()).contains(expected).contains(pair.substring(0, pair.indexOf('=')));
  }

  @ParameterizedTest
  @CsvSource({"serch,search", "demo --twice,--twice", "rejected shw,show"})
  void refusesUnknownWords(String words, String hint) {
    Cli.Result result = Cli.run(words.split(" "));
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains(hint);
  }
}
