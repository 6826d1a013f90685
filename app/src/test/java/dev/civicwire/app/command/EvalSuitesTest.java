package dev.civicwire.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.app.fixture.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalSuitesTest {
  @TempDir Path folder;

  @Test
  void printsPassedAndTotalOfEachSuite() throws IOException {
    Path cases = Files.createDirectories(folder.resolve("url/wpt"));
    Files.writeString(
        cases.resolve("urltestdata.json"),
        """
        ["a comment",
         {"input": "/b?c", "base": "http://example.org/a", "href": "http://example.org/b?c",
          "hostname": "example.org"},
         {"input": "ftp://example.org/", "base": null, "href": "ftp://example.org/"},
         {"input": "http://0x7f.1/", "base": null, "href": "http://127.0.0.1/",
          "hostname": "127.0.0.1"},
         {"input": "/b", "base": "http://example.org/a", "href": "http://example.org/other",
          "hostname": "example.org"}]
        """);

    Cli.Result result = Cli.run("eval", "suites", "--json", "--failures", folder.toString());

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.outLines().getFirst()).contains("url/urltestdata").contains("gives");
    assertThat(result.outLines().getLast())
        .isEqualTo("{\"suites\":[{\"name\":\"url/urltestdata\",\"passed\":3,\"total\":4}]}");
  }

  @Test
  void namesAFolderWithoutSuites() {
    Cli.Result result = Cli.run("eval", "suites", folder.toString());

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.reason()).contains("holds none of the suites");
  }
}
