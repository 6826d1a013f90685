package dev.civicwire.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.app.fixture.Cli;
import dev.civicwire.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  private static final String TEXT =
      "Leeds City Council is looking for a chief digital officer, at £95,000 to £105,000 a year."
          + " Applications close on 12 January.";

  @TempDir Path folder;

  @Test
  void explainsPlainText() throws IOException {
    Cli.Result result =
        Cli.run("explain", file(TEXT), "--title", "Council seeks", "--published", "2026-11-20");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("Council seeks", "published 2026-11-20")
        .contains("salaries: 95000 to 105000 GBP a year", "deadlines: 2027-01-12, application")
        .contains("heard: application +");
  }

  @Test
  void explainsWhatTagReads() throws IOException {
    String line =
        Json.mapper()
            .writeValueAsString(
                Map.of("id", "n1", "title", "T", "text", TEXT, "published", "2026"));
    assertThat(Cli.run("explain", file(line)).out()).contains("n1  T", "salaries: 95000");
    Cli.Result two = Cli.run("explain", file(line + "\n" + line.replace("n1", "n2") + "\n"));
    assertThat(two.out()).contains("n1  T", "n2  T");
    String spread =
        Json.mapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(Map.of("id", "n3", "title", "T", "text", TEXT));
    assertThat(Cli.run("explain", file(spread)).out()).contains("n3  T", "published unknown");
  }

  @Test
  void saysWhatIsWrongWithItsInput() throws IOException {
    Cli.Result date = Cli.run("explain", file(TEXT), "--published", "tomorrow");
    assertThat(date.code()).isEqualTo(1);
    assertThat(date.reason()).contains("--published tomorrow", "2026-05-31");
    Cli.Result line = Cli.run("explain", file("{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\"}\n"));
    assertThat(line.code()).isEqualTo(1);
    assertThat(line.reason()).contains("line 2: no field 'text'");
    Cli.Result none = Cli.run("explain", folder.resolve("none.txt").toString());
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("none.txt").doesNotContain("unexpected failure");
  }

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("input"), content).toString();
  }
}
