package dev.civicwire.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.civicwire.app.fixture.Cli;
import dev.civicwire.contract.Json;
import dev.civicwire.ingest.extract.PageExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

class ExtractCommandTest {
  private static final String PAGE =
      """
      <!doctype html><html lang="en"><head><title>%1$s - Example Gazette</title>
      <meta property="og:title" content="%1$s"></head>
      <body><nav><a href="/">Home</a> <a href="/jobs">Jobs</a></nav>
      <main><article><h1>%1$s</h1>
      <p>Example Borough Council is looking for somebody to lead its digital services, and it will
      pay up to £72,000 a year for the right person to do so.</p>
      <p>The post reports to the director of resources and is based in the town hall, with two days
      a week at home. Applications close on 12 January 2027.</p>
      <p>Interviews are planned for the last week of January, the council said in its notice.</p>
      </article></main><footer>© Example Gazette</footer></body></html>
      """;

  @TempDir Path folder;

  @BeforeEach
  void writePages() throws IOException {
    Files.createDirectories(folder.resolve("pages"));
    Files.writeString(
        folder.resolve("pages/one.html"), PAGE.formatted("Council seeks digital lead"));
    Files.write(
        folder.resolve("pages/two.html.gz"), gzip(PAGE.formatted("Second council seeks lead")));
    Files.writeString(folder.resolve("pages/empty.html"), "");
    Files.write(
        folder.resolve("pages/torn.html.gz"),
        java.util.Arrays.copyOf(gzip(PAGE.formatted("Torn")), 60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"news", "example.org/a", "ftp://example.org/a", "https://a b", ""})
  void refusesAnAddressThatIsNone(String url) {
    Cli.Result result =
        Cli.run("extract", "--url", url, folder.resolve("pages/one.html").toString());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("--url", "https://example.org/");
  }

  @Test
  void extractsAFileUnderItsAddress() {
    Cli.Result result =
        Cli.run(
            "extract",
            "--url",
            "https://news.example/2026/digital-lead?utm_source=x",
            folder.resolve("pages/one.html").toString());
    assertThat(result.code()).as(result.err()).isZero();
    JsonNode article = Json.mapper().readTree(result.out());
    assertThat(result.outLines()).hasSize(1);
    assertThat(article.path("title").asString()).isEqualTo("Council seeks digital lead");
    assertThat(article.path("canonical_url").asString())
        .isEqualTo("https://news.example/2026/digital-lead");
    assertThat(article.path("text").asString())
        .contains("up to £72,000 a year")
        .doesNotContain("Home", "©");
    assertThat(result.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"pages/empty.html,empty", "pages/none.html,no such file"})
  void refusesInOneLine(String file, String reason) {
    Cli.Result result = Cli.run("extract", folder.resolve(file).toString());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.reason()).startsWith("civicwire extract: ").contains(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0089PNG\r\n", "PK\u0003\u0004", "{\"a\": 1}"})
  void refusesWhatIsNoHtml(String start) throws IOException {
    Path file = folder.resolve("page.html");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(start.getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes(new byte[5_000]);
    Files.write(file, bytes.toByteArray());
    Cli.Result result = Cli.run("extract", file.toString());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.reason()).contains("not-html");
  }

  @Test
  void refusesAFileLargerThanItReads() throws IOException {
    Path file = folder.resolve("huge.html");
    try (var bytes = new java.io.RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength((64 << 20) + 1L);
    }
    Cli.Result result = Cli.run("extract", file.toString());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.reason()).contains("larger than 64 MiB");
  }

  @Test
  void refusesNoiseServedAsHtml() throws IOException {
    byte[] noise = new byte[20_000];
    new java.util.Random(5).nextBytes(noise);
    Path file = Files.write(folder.resolve("noise.html"), noise);
    Cli.Result result = Cli.run("extract", file.toString());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.reason()).contains("not-html").contains("binary data");
  }

  @Test
  void saysWhyADocumentCannotBeRead() throws IOException {
    Path file = Files.writeString(folder.resolve("torn.pdf"), "%PDF-1.7\n");
    Cli.Result result = Cli.run("extract", file.toString());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.reason()).contains("unreadable-document");
  }

  @Test
  void unpacksTheListToo() throws IOException {
    String line = "{\"id\":\"a\",\"html_path\":\"pages/one.html\"}\n";
    Path list = Files.write(folder.resolve("lines.jsonl.gz"), gzip(line.repeat(3)));
    Cli.Result result = Cli.run("extract", "--jsonl", list.toString());
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.outLines()).hasSize(3);
  }

  @Test
  void explainsBlockByBlock() {
    Cli.Result result =
        Cli.run("extract", "--explain", folder.resolve("pages/one.html").toString());
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.outLines())
        .anySatisfy(line -> assertThat(line).contains(" kept ").contains("Example Borough"))
        .anySatisfy(line -> assertThat(line).contains(" dropped ").contains("nav"))
        .anySatisfy(line -> assertThat(line).startsWith("title").contains("Council seeks"));
  }

  @Test
  void warnsOnceThatTheLayoutOfARuledSiteHasChanged() throws IOException {
    Path rules = Files.createDirectories(folder.resolve("rules"));
    Files.writeString(
        rules.resolve("odd.yaml"), "site: odd.example\nfrom: 2025-01-01\nbody: [div.gone]\n");
    Path list =
        lines("{\"url\":\"https://odd.example/a\",\"html_path\":\"pages/one.html\"}\n".repeat(2));
    Logger logger = (Logger) LoggerFactory.getLogger(PageExtractor.class);
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    said.start();
    logger.addAppender(said);
    try {
      Cli.Result result =
          Cli.run("extract", "--jsonl", list.toString(), "--site-rules", rules.toString());
      assertThat(result.outLines()).hasSize(2);
    } finally {
      logger.detachAppender(said);
    }
    assertThat(said.list)
        .singleElement()
        .extracting(ILoggingEvent::getFormattedMessage)
        .asString()
        .startsWith("layout changed: the rule for odd.example matches nothing");
  }

  @Test
  void explainsARefusalAndFailsAsExtractDoes() {
    Cli.Result result =
        Cli.run("extract", "--explain", folder.resolve("pages/empty.html").toString());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.outLines()).last().asString().startsWith("refused: ");
  }

  @Test
  void extractsManyInOrderAndNamesBadLines() throws IOException {
    Path lines =
        lines(
            """
            {"id":"a","url":"https://x.example/a","html_path":"pages/one.html"}
            {"id":"b","url":"https://x.example/b","html_path":"pages/missing.html"}
            no json

            {"id":"c","url":"https://x.example/c","html_path":"pages/two.html.gz"}
            {"id":"d","url":"https://x.example/d"}
            {"id":"e","url":"https://x.example/e","html_path":"pages/empty.html"}
            {"id":"f","url":"https://x.example/f","html_path":"pages/torn.html.gz"}
            {"id":"g","url":"https://x.example/g","html_path":"pages/\\u0000"}
            [1]
            {"id":7,"url":"https://x.example/h","html_path":"pages/one.html"}
            """);
    Cli.Result result = Cli.run("extract", "--jsonl", lines.toString());
    assertThat(result.code()).isEqualTo(1);
    List<JsonNode> found = result.outLines().stream().map(Json.mapper()::readTree).toList();
    assertThat(found).extracting(n -> n.path("id").asString()).containsExactly("a", "c", "7");
    assertThat(found)
        .extracting(n -> n.path("title").asString())
        .containsExactly(
            "Council seeks digital lead",
            "Second council seeks lead",
            "Council seeks digital lead");
    assertThat(found.getFirst().path("url").asString()).isEqualTo("https://x.example/a");
    assertThat(found.getFirst().propertyNames()).contains("text", "authors");
    assertThat(result.errLines())
        .hasSize(7)
        .allMatch(line -> line.startsWith("civicwire extract: line "));
    assertThat(result.errLines().stream().map(line -> line.split(":")[1].strip()))
        .containsExactly("line 2", "line 3", "line 6", "line 7", "line 8", "line 9", "line 10");
  }

  @Test
  void anUnreadableByteSpoilsItsOwnLineOnly() throws IOException {
    String good = "{\"id\":\"a\",\"html_path\":\"pages/one.html\"}\n";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(good.getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
    bytes.writeBytes(good.getBytes(StandardCharsets.UTF_8));
    Path file = Files.write(folder.resolve("lines.jsonl"), bytes.toByteArray());
    Cli.Result result = Cli.run("extract", "--jsonl", file.toString());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.outLines()).hasSize(2);
    assertThat(result.errLines()).singleElement().asString().contains("line 2: no JSON");
  }

  @Test
  void saysWhereTheListIsMissing() {
    Cli.Result result = Cli.run("extract", "--jsonl", folder.resolve("none.jsonl").toString());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.reason()).contains("no such file").contains("none.jsonl");
  }

  private Path lines(String text) throws IOException {
    return Files.writeString(folder.resolve("lines.jsonl"), text);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
