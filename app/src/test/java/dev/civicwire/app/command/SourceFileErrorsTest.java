package dev.civicwire.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.app.fixture.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A wrong source file is found before any engine is started.
class SourceFileErrorsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {name: a, kind: feed, url: 'htp:/x'}                         | htp:/x is no http or https address
          {name: a, kind: feed, url: '/feed.xml'}                      | is no http or https address
          {name: a, kind: feed, url: 'https://x.example/', evry: 1h}   | unknown key evry; did you mean every?
          {name: a, kind: fed, url: 'https://x.example/'}              | unknown kind fed; did you mean feed?
          {name: a, kind: feed}                                        | url
          {name: a, kind: feed, url: 'https://x.example/', every: odd} | odd is no duration
          {name: a, kind: listing, url: 'https://x.example/'}          | link
          'no map'                                                     | expected
          """)
  void namesFileAndLine(String source, String problem) throws IOException {
    Path file = Files.writeString(folder.resolve("sources.yaml"), "sources:\n  - " + source + "\n");
    for (List<String> command : List.of(List.of("ingest", "run"), List.of("up"))) {
      Cli.Result result = run(command, file);
      assertThat(result.code()).isEqualTo(78);
      assertThat(result.errLines()).hasSize(1);
      assertThat(result.reason())
          .startsWith("civicwire " + String.join(" ", command) + ": ")
          .contains(file + ":2: ")
          .contains(problem);
    }
  }

  @Test
  void namesADuplicateName() throws IOException {
    String source = "  - {name: a, kind: feed, url: 'https://x.example/'}\n";
    Path file = Files.writeString(folder.resolve("sources.yaml"), "sources:\n" + source + source);
    Cli.Result result = run(List.of("ingest", "run"), file);
    assertThat(result.code()).isEqualTo(78);
    assertThat(result.reason()).contains(":3: the name a was given in line 2 already");
  }

  @ParameterizedTest
  @CsvSource({"'',no sources", "'sources: [}',no YAML", "'sorces: []',unknown key sorces"})
  void namesWhatIsNoSourceFile(String text, String problem) throws IOException {
    Path file = Files.writeString(folder.resolve("sources.yaml"), text);
    Cli.Result result = run(List.of("ingest", "run"), file);
    assertThat(result.code()).isEqualTo(78);
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.reason()).contains("sources.yaml").contains(problem);
  }

  @Test
  void namesAFileThatIsNotThereAndAsksForOne() {
    Cli.Result missing = run(List.of("ingest", "run"), folder.resolve("none.yaml"));
    assertThat(missing.code()).isEqualTo(78);
    assertThat(missing.reason()).contains("none.yaml does not exist");
    Cli.Result none = Cli.run("ingest", "run", "--data", folder.toString());
    assertThat(none.code()).isEqualTo(78);
    assertThat(none.reason()).contains("give --sources FILE or set CIVICWIRE_SOURCES");
  }

  private Cli.Result run(List<String> command, Path file) {
    List<String> words = new java.util.ArrayList<>(command);
    words.addAll(
        List.of("--sources", file.toString(), "--data", folder.resolve("data").toString()));
    return Cli.run(words);
  }
}
