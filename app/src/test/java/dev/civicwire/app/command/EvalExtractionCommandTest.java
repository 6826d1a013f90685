package dev.civicwire.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.app.fixture.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalExtractionCommandTest {
  @TempDir Path folder;

  @Test
  void printsATableOfEachSet() throws IOException {
    Path set = Files.createDirectory(folder.resolve("own"));
    String text =
        "The council has agreed to pay for a new planning system over the next two years.";
    Files.writeString(
        set.resolve("a.html"), "<html><body><main><p>" + text + "</p></main></body></html>");
    Files.writeString(
        set.resolve("gold.jsonl"),
        "{\"id\":\"a\",\"html_path\":\"a.html\",\"text\":\"" + text + "\"}\n");
    Cli.Result result = Cli.run("eval", "extraction", folder.toString(), "--peers", "none");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.outLines()).hasSize(3);
    assertThat(result.outLines().get(2)).contains("civicwire").contains("1.0000");
  }

  @Test
  void saysWhatAFolderMustHold() {
    Cli.Result result = Cli.run("eval", "extraction", folder.toString());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.reason()).contains("gold.jsonl");
  }
}
