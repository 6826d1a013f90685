package dev.civicwire.ingest.extract.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.civicwire.contract.Json;
import dev.civicwire.contract.StageException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTrainingTest {
  private static final int PAGES = 40;

  @TempDir Path folder;

  @Test
  void learnsBlocksAndComparesWithRulesOnSitesItHasNotSeen() throws IOException {
    Path set = Files.createDirectories(folder.resolve("news"));
    List<String> gold = new ArrayList<>();
    for (int at = 0; at < PAGES; at++) {
      gold.add(page(set, at));
    }
    Files.write(set.resolve("gold.jsonl"), gold);
    List<String> lines = new ArrayList<>();

    ModelTraining.run(folder, List.of("news"), folder, lines::add);

    assertThat(lines).contains("news read, 40 pages", "news, F1");
    assertThat(lines)
        .anyMatch(line -> line.matches(" {2}trees, of sites they have not seen +(0\\.9|1\\.0)\\d+"))
        .anyMatch(line -> line.matches(" {2}rules alone +[01]\\.\\d+"))
        .last()
        .asString()
        .startsWith("  body F1 less rules alone: 95 % of resamples");
    assertThat(Files.readAllLines(folder.resolve("news.cv.jsonl"))).hasSize(PAGES);
    assertThat(Files.readAllLines(folder.resolve("block-model.tsv"))).hasSizeGreaterThan(1);
  }

  /// A page of a site of its own: links, an article of some length, links again.
  private static String page(Path set, int at) throws IOException {
    List<String> paragraphs = new ArrayList<>();
    for (int line = 0; line < 4 + at % 5; line++) {
      paragraphs.add(
          "The council of ward %d said in part %d that it will replace the planning system, and that residents keep their say."
              .formatted(at, line));
    }
    String html =
        "<html><body><ul><li><a href='/a'>Home</a></li><li><a href='/b'>All news</a></li></ul><h1>Ward %d plans</h1><div><p>%s</p></div><div><a href='/c'>More stories of ward %d</a> <a href='/d'>Contact</a></div></body></html>"
            .formatted(at, String.join("</p><p>", paragraphs), at);
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(set.resolve(at + ".html.gz")))) {
      out.write(html.getBytes(StandardCharsets.UTF_8));
    }
    return Json.mapper()
        .writeValueAsString(
            Map.of(
                "id",
                "p" + at,
                "html_path",
                at + ".html.gz",
                "url",
                "https://site%d.example/news".formatted(at),
                "text",
                String.join("\n", paragraphs)));
  }

  @Test
  void saysWhereASetHasNoGold() {
    assertThatThrownBy(() -> ModelTraining.run(folder, List.of("none"), folder, line -> {}))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("none has no gold.jsonl");
  }
}
