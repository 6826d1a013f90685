package dev.civicwire.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.app.Civicwire;
import dev.civicwire.contract.Article;
import dev.civicwire.contract.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BenchCommandTest {
  private static final String PAGE =
      "<html><body><article><h1>%s</h1><p>The council seeks a head of digital services.</p>"
          + "</article></body></html>";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... words) {
    return Civicwire.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
  }

  private JsonNode lastLine() {
    return Json.mapper().readTree(out.toString().lines().toList().getLast());
  }

  @Test
  void makesTheSameArticlesOfTheSameSeedAndDifferentOnesOfEachNumber() {
    ArticleGenerator one = new ArticleGenerator(7);
    ArticleGenerator two = new ArticleGenerator(7);
    List<Article> articles = IntStream.range(0, 200).mapToObj(one::article).toList();
    assertThat(articles).isEqualTo(IntStream.range(0, 200).mapToObj(two::article).toList());
    Set<String> texts = new HashSet<>(articles.stream().map(Article::text).toList());
    assertThat(texts).hasSize(200);
    assertThat(new ArticleGenerator(8).article(0).text()).isNotEqualTo(articles.getFirst().text());
  }

  @Test
  void measuresTheTagger() {
    assertThat(run("bench", "tag", "--articles=20", "--warm-up=0.1")).as(err::toString).isZero();
    assertThat(lastLine().path("units").asInt()).isEqualTo(20);
    assertThat(lastLine().path("cpu_seconds").asDouble()).isPositive();
    assertThat(lastLine().path("per_cpu_second").asDouble()).isPositive();
  }

  @Test
  void measuresTheExtractorOnPlainAndPackedPages(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("one.html"), PAGE.formatted("One"));
    try (OutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("two.html.gz")))) {
      packed.write(PAGE.formatted("Two").getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(folder.resolve("notes.txt"), "no page");
    assertThat(run("bench", "extract", folder.toString(), "--warm-up=0.1", "--passes=3"))
        .as(err::toString)
        .isZero();
    assertThat(lastLine().path("units").asInt()).isEqualTo(2);
    assertThat(lastLine().path("passes").asInt()).isEqualTo(3);
    assertThat(lastLine().path("parse_per_cpu_second").asDouble()).isPositive();
    assertThat(lastLine().path("allocated_per_byte").asDouble()).isPositive();
    assertThat(lastLine().path("slowest_pass").asDouble())
        .isLessThanOrEqualTo(lastLine().path("fastest_pass").asDouble());
  }

  @Test
  void refusesAFolderWithoutPages(@TempDir Path folder) {
    assertThat(run("bench", "extract", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("no .html or .html.gz file below " + folder);
  }

  @Test
  void namesTheBadLineOfAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("articles.jsonl");
    Files.writeString(file, "{\"text\":\"One.\"}\n\nnonsense\n");
    assertThat(run("bench", "tag", file.toString(), "--warm-up=0")).isEqualTo(1);
    assertThat(err.toString()).contains("line 3 of " + file);
  }

  @Test
  void measuresTheCrawl() {
    assertThat(run("bench", "crawl", "--hosts=3", "--pages=4", "--delay=5", "--no-broker"))
        .as(err::toString)
        .isZero();
    assertThat(lastLine().at("/paced/pages").asInt()).isEqualTo(12);
    assertThat(lastLine().at("/paced/limit_per_second").asDouble()).isEqualTo(600);
    assertThat(lastLine().at("/unpaced/pages").asInt()).isEqualTo(12);
  }
}
