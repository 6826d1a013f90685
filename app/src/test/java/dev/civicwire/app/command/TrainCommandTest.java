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
  void measuresTheNameModel() throws IOException {
    Path documents = Files.createDirectory(folder.resolve("documents"));
    Files.writeString(
        documents.resolve("d1.json"),
        """
        {"id": "d1", "title": "", "text": "The work starts in May, said Hannah Brightwell, who runs the service.",
         "labels": {"roles": [], "people": [{"name": "Hannah Brightwell", "surface": "Hannah Brightwell"}],
          "organisations": [], "locations": []}}
        """);
    Cli.Result result = Cli.run("eval", "names", documents.toString());
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.outLines()).first().isEqualTo("1 documents");
    assertThat(result.out()).contains("people           1 labels  precision 1.000  recall 1.000");
    assertThat(Cli.run("eval", "names", folder.resolve("none").toString()).code()).isEqualTo(1);
  }

  @Test
  void saysWhatIsWrongWithItsInput() throws IOException {
    String out = folder.resolve("model.tsv").toString();
    assertThat(Cli.run("train", "dates", out).code()).isEqualTo(2);
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Cli.Result none = Cli.run("train", "confidence", out, empty.toString());
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.reason()).contains("empty", "no labelled document");
    Cli.Result noSet = Cli.run("train", "blocks", out, empty.toString());
    assertThat(noSet.code()).isEqualTo(2);
    assertThat(noSet.err()).contains("Missing required parameter: 'SET'");
    Cli.Result noGold = Cli.run("train", "blocks", out, folder.toString(), "empty");
    assertThat(noGold.code()).isEqualTo(1);
    assertThat(noGold.reason()).contains("empty has no gold.jsonl");
  }
}
