package dev.civicwire.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.app.fixture.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
  private static final String DOCUMENTS =
      """
      {"id": "d1", "title": "", "published": "2026-01-10", "text": "The system must be replaced by 1 May 2026.", \
      "labels": {"roles": [], "topics": ["legacy-it"], "deadlines": [{"surface": "1 May 2026", "date": "2026-05-01"}], "events": []}}
      {"id": "d2", "title": "", "published": "2026-01-10", "text": "The report was published on 7 January 2026.", \
      "labels": {"roles": [], "topics": ["audit"], "deadlines": [], "events": [{"surface": "7 January 2026", "date": "2026-01-07"}]}}
      """;

  @TempDir Path folder;

  @Test
  void trainsOnAllDocumentsOrOnTheOddOnes() throws IOException {
    Path documents = Files.writeString(folder.resolve("documents.jsonl"), DOCUMENTS);
    Path out = folder.resolve("model.tsv");

    Cli.Result all = Cli.run("train", "dates", out.toString(), documents.toString());
    assertThat(all.code()).as(all.err()).isZero();
    assertThat(all.out()).contains("of 2 places");
    assertThat(out).content().contains("feature\tdeadline\tevent\tnothing");

    Cli.Result odd = Cli.run("train", "topics", out.toString(), "--odd", documents.toString());
    assertThat(odd.code()).as(odd.err()).isZero();
    assertThat(odd.out()).contains("of 19 places");
    assertThat(out).content().contains("feature\tfits\tnot");
  }

  @Test
  void saysWhatIsWrongWithItsInput() throws IOException {
    String out = folder.resolve("model.tsv").toString();
    assertThat(Cli.run("train", "dates", out).code()).isEqualTo(2);
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Cli.Result none = Cli.run("train", "confidence", out, empty.toString());
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.reason()).contains("empty", "no labelled document");
  }
}
