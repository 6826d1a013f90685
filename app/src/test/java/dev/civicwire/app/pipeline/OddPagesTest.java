package dev.civicwire.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.civicwire.app.fixture.Cli;
import dev.civicwire.app.fixture.Installation;
import dev.civicwire.app.fixture.Running;
import dev.civicwire.app.fixture.SharedEngines;
import dev.civicwire.contract.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Pages that are no pages, and very long ones, crawled by `ingest run` and taken the whole way.
@Timeout(240)
@ExtendWith(SharedEngines.class)
class OddPagesTest {
  private static final String PARAGRAPH =
      "<p>The council said that its %d offices would be told of the change to the records system in"
          + " writing, and that nobody would need to send a form twice because of it.</p>\n";
  private static final int TWO_MEGABYTES = 2 << 20;

  @TempDir Path folder;

  @Test
  void takesWhatCanBeReadAndNamesTheRest(Installation installation)
      throws IOException, InterruptedException {
    Map<String, byte[]> pages = new LinkedHashMap<>();
    pages.put("/good", article("A short good page", 4));
    pages.put("/empty", new byte[0]);
    pages.put("/binary", pdf());
    pages.put("/blank", "<html><body>   </body></html>".getBytes(StandardCharsets.UTF_8));
    pages.put("/long", article("Two megabytes of text", TWO_MEGABYTES / PARAGRAPH.length() + 1));
    pages.put("/huge", article("Twenty megabytes", 10 * TWO_MEGABYTES / PARAGRAPH.length()));
    HttpServer server = serve(pages);
    try {
      Path sources =
          Files.writeString(
              folder.resolve("sources.yaml"),
              "sources:\n  - {name: odd, kind: sitemap, url: '"
                  + base(server)
                  + "/sitemap.xml', delay: 10ms}\n");
      Installation fast = installation.with("crawl.delay", "10ms");
      Cli.Result crawl = fast.run("ingest", "run", "--sources", sources.toString());
      assertThat(crawl.code()).as(crawl.err()).isZero();
      assertThat(crawl.out()).contains("odd: 6 fetched").contains("failed none");
      assertThat(crawl.err()).contains("/empty refused", "/binary refused", "/blank refused");
      assertThat(crawl.err()).contains("/huge refused").contains("larger than the limit");
      assertThat(Running.work(fast)).isZero();
      assertFound(fast, crawl.err());
    } finally {
      server.stop(0);
    }
  }

  private static void assertFound(Installation installation, String crawl) {
    JsonNode hits = Json.mapper().readTree(installation.run("search", "--json").out()).path("hits");
    assertThat(hits.valueStream().map(hit -> hit.path("title").asString()))
        .as(crawl)
        .containsExactlyInAnyOrder("A short good page", "Two megabytes of text");
    Cli.Result rejected = installation.run("rejected", "list");
    assertThat(rejected.code()).isZero();
    assertThat(rejected.out()).contains("/empty>").contains("/binary>").contains("/blank>");
    assertThat(rejected.out()).doesNotContain("/good>").doesNotContain("/long>");
  }

  /// A record too large for the topic is named, and what stands beside it goes on.
  @Test
  void namesARecordThatIsTooLarge(Installation installation)
      throws InterruptedException, ExecutionException {
    String text = "The council said no. ".repeat(480_000);
    Running.ingest(
        installation,
        java.util.List.of(
            dev.civicwire.contract.Article.ofText(
                "large", "https://x.example/large", "Large", text, java.util.Optional.empty()),
            dev.civicwire.contract.Article.ofText(
                "small", "https://x.example/small", "Small", "Text.", java.util.Optional.empty())));
    Running.work(installation);
    assertThat(installation.run("search", "--json").out())
        .contains("small")
        .doesNotContain("large");
    Cli.Result rejected = installation.run("rejected", "list");
    assertThat(rejected.out()).contains("too-large").contains("https://x.example/large");
  }

  private static byte[] article(String title, int paragraphs) {
    StringBuilder html = new StringBuilder("<html lang=\"en\"><head><title>");
    html.append(title).append("</title></head><body><article><h1>").append(title).append("</h1>");
    for (int n = 0; n < paragraphs; n++) {
      html.append(PARAGRAPH.formatted(n + 2));
    }
    return html.append("</article></body></html>").toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Sent as HTML all the same.
  private static byte[] pdf() {
    byte[] start = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    return Arrays.copyOf(start, 50_000);
  }

  private static HttpServer serve(Map<String, byte[]> pages) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          byte[] body =
              path.equals("/sitemap.xml") ? sitemap(base(server), pages) : pages.get(path);
          String type = path.endsWith(".xml") ? "application/xml" : "text/html; charset=utf-8";
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(
              body == null ? 404 : 200, body == null || body.length == 0 ? -1 : body.length);
          if (body != null && body.length > 0) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
    return server;
  }

  private static byte[] sitemap(String base, Map<String, byte[]> pages) {
    return pages.keySet().stream()
        .map(path -> "<url><loc>" + base + path + "</loc></url>")
        .collect(
            Collectors.joining(
                "", "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">", "</urlset>"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String base(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }
}
