package dev.civicwire.index.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.civicwire.contract.CrawlState.FailureCount;
import dev.civicwire.contract.CrawlState.OfSourceDay;
import dev.civicwire.contract.Json;
import dev.civicwire.contract.StageException;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.index.elastic.ArticleMapping;
import dev.civicwire.index.elastic.ElasticArticleSearch;
import dev.civicwire.index.elastic.ElasticConfig;
import dev.civicwire.index.elastic.ElasticConnection;
import dev.civicwire.index.elastic.IndexCatalog;
import dev.civicwire.index.fixture.FilledIndex;
import dev.civicwire.index.fixture.SearchNode;
import dev.civicwire.index.fixture.TestArticles;
import dev.civicwire.index.search.SearchPage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SearchNode.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebServerTest {
  private final FilledIndex index;
  private final WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  WebServerTest(SearchNode.Access node) {
    index = FilledIndex.in(node);
    server = WebServer.start(WebConfig.loopback(0), index.search(), FilledIndex.CLOCK);
  }

  @AfterAll
  void close() {
    server.close();
    index.close();
    client.close();
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "searches.tsv",
      delimiter = '\t',
      quoteCharacter = '`',
      numLinesToSkip = 1,
      emptyValue = "")
  void finds(String parameters, String expected, String note) throws Exception {
    SearchPage page = search(encoded(parameters));
    List<String> ids = page.hits().stream().map(h -> h.id()).toList();
    if (expected.startsWith(">")) {
      assertThat(ids).containsExactly(expected.substring(1).strip().split(" "));
    } else {
      assertThat(ids).containsExactlyInAnyOrder(words(expected));
      assertThat(page.total()).isEqualTo(words(expected).length);
    }
    assertThat(page.notes()).allSatisfy(n -> assertThat(n).doesNotContain("\n"));
    if (note.isEmpty()) {
      assertThat(page.notes()).isEmpty();
    } else {
      assertThat(page.notes()).anyMatch(n -> n.contains(note));
    }
    assertThat(get("/" + encoded(parameters)).statusCode()).isEqualTo(200);
  }

  @Test
  void countsAFacetWithoutItsOwnChoice() throws Exception {
    JsonNode free = facet(searchJson("?q=dwp OR council"), "organisation");
    JsonNode chosen =
        facet(searchJson("?q=dwp OR council&organisation=Tyneford Council"), "organisation");
    assertThat(count(chosen, "Department for Work and Pensions"))
        .isEqualTo(count(free, "Department for Work and Pensions"))
        .isEqualTo(2);
    JsonNode months = facet(searchJson("?q=dwp OR council&organisation=Tyneford Council"), "month");
    assertThat(count(months, "2026-11")).isEqualTo(2);
    assertThat(count(months, "2026-09")).isEqualTo(-1);
  }

  @Test
  void showsAChosenValueThatNothingHas() throws Exception {
    JsonNode roles = facet(searchJson("?role=town crier"), "role");
    assertThat(count(roles, "town crier")).isZero();
  }

  @Test
  void marksMatchesAndEscapesTheRest() throws Exception {
    SearchPage page = search(encoded("q=forms"));
    assertThat(page.hits().getFirst().highlights().getFirst())
        .contains("&lt;<mark>forms</mark>&gt;")
        .contains("months &amp; taught");
    String html = get("/" + encoded("q=forms")).body();
    assertThat(html).contains("&lt;<mark>forms</mark>&gt;").doesNotContain("<forms>");
  }

  @Test
  void proposesASpellingThatIsFound() throws Exception {
    assertThat(search(encoded("q=chief digitel oficer")).suggestions())
        .containsExactly("chief digital officer");
    assertThat(search(encoded("q=digital")).suggestions()).isEmpty();
  }

  @Test
  void givesTheWholeArticle() throws Exception {
    for (TaggedArticle article : TestArticles.all()) {
      HttpResponse<String> response = get("/api/articles/" + article.id());
      assertThat(Json.mapper().readValue(response.body(), TaggedArticle.class)).isEqualTo(article);
      assertThat(get("/articles/" + article.id()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void answersWhateverIsAsked() throws Exception {
    for (String line : resource("hostile.txt").split("\n")) {
      for (String path : List.of("/?", "/api/search?")) {
        HttpResponse<String> response = get(path + lenient(line));
        assertThat(response.statusCode()).as(line).isIn(200, 400, 414, 431);
        if (path.equals("/?")) {
          assertThat(response.body()).as(line).doesNotContain("<script>alert", "<img src=x");
        }
      }
    }
    for (String path :
        List.of(
            "/articles/%2e%2e%2f",
            "/articles/%00",
            "/articles/<b>",
            "/nowhere",
            "/api/nowhere",
            "/api/articles/nobody",
            "/articles/" + "z".repeat(3_000),
            "/assets/../WebServer.class")) {
      assertThat(get(lenient(path)).statusCode()).as(path).isIn(400, 404);
    }
  }

  @Test
  void sendsOnlyWhatABrowserMayTrust() throws Exception {
    HttpResponse<String> response = get("/");
    assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(response.body()).doesNotContain(" style=", "onclick", "<style");
  }

  @Test
  void tellsItsAddressesAndItsFigures() throws Exception {
    JsonNode api = Json.mapper().readTree(get("/api/openapi.json").body());
    assertThat(api.path("paths").propertyNames())
        .containsExactlyInAnyOrder("/api/search", "/api/articles/{id}", "/api/coverage", "/health");
    search("?q=figures");
    assertThat(get("/metrics").body())
        .contains("civicwire_search_seconds_count", "civicwire_http_requests_seconds_count");
    assertThat(get("/health").body())
        .isEqualTo("{\"status\":\"up\",\"articles\":" + TestArticles.all().size() + "}");
  }

  @Test
  void tellsWhatCameOfTheSourcesAndStagesWhereItKnows() throws Exception {
    assertThat(get("/api/coverage").statusCode()).isEqualTo(404);
    OfSourceDay day =
        new OfSourceDay(
            "news",
            "h",
            "2026-11-22",
            4,
            4,
            3,
            0,
            1,
            0,
            0,
            List.of(new FailureCount("denied", 1)),
            900,
            Optional.empty());
    CoverageReport report = () -> new CoverageReport.Days(List.of(day), List.of("quiet"));
    try (WebServer knowing =
        WebServer.start(
            WebConfig.loopback(0),
            index.search(),
            FilledIndex.CLOCK,
            Optional.of(report),
            meters -> meters.counter("civicwire.stage.records").increment())) {
      JsonNode told = Json.mapper().readTree(get(knowing.url().resolve("/api/coverage")).body());

      assertThat(told.at("/days/0/source").stringValue()).isEqualTo("news");
      assertThat(told.at("/days/0/failed/0").stringValue()).isEqualTo("denied 1");
      assertThat(told.at("/warnings/0").stringValue()).isEqualTo("quiet");
      assertThat(get(knowing.url().resolve("/metrics")).body())
          .contains("civicwire_stage_records_total 1.0");
    }
  }

  @Test
  void pushesThePermanentAddressOfASearch() throws Exception {
    HttpResponse<String> response = get("/?q=dwp&pay_from=&pay_to=&deadline_from=&sort=relevance");
    assertThat(response.headers().firstValue("HX-Push-Url")).contains("/?q=dwp");
  }

  @Test
  void saysThatTheEngineDoesNotAnswer() throws Exception {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    ElasticConfig config = ElasticConfig.of(URI.create("http://127.0.0.1:" + nobody));
    try (ElasticConnection connection = ElasticConnection.open(config)) {
      IndexCatalog catalog =
          new IndexCatalog(connection, ArticleMapping.standard(), FilledIndex.CLOCK);
      ElasticArticleSearch search =
          new ElasticArticleSearch(connection, catalog, FilledIndex.CLOCK);
      try (WebServer away = WebServer.start(WebConfig.loopback(0), search, FilledIndex.CLOCK)) {
        for (String path :
            List.of("/", "/articles/a", "/api/search", "/api/articles/a", "/health")) {
          HttpResponse<String> response = get(away.url().resolve(path));
          assertThat(response.statusCode()).as(path).isEqualTo(503);
          assertThat(response.body()).as(path).contains("The search engine does not answer");
        }
      }
    }
  }

  @Test
  void saysThatThePortIsTaken() {
    assertThatThrownBy(
            () ->
                WebServer.start(
                    WebConfig.loopback(server.port()), index.search(), FilledIndex.CLOCK))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("port " + server.port())
        .hasMessageContaining("Choose another port");
  }

  private SearchPage search(String parameters) throws IOException, InterruptedException {
    HttpResponse<String> response = get("/api/search" + parameters);
    assertThat(response.statusCode()).isEqualTo(200);
    return Json.mapper().readValue(response.body(), SearchPage.class);
  }

  private JsonNode searchJson(String parameters) throws IOException, InterruptedException {
    return Json.mapper().readTree(get("/api/search" + encoded(parameters.substring(1))).body());
  }

  private static JsonNode facet(JsonNode page, String field) {
    return page.path("facets")
        .valueStream()
        .filter(f -> f.path("field").asString().equals(field))
        .findFirst()
        .orElseThrow()
        .path("values");
  }

  private static long count(JsonNode values, String value) {
    return values
        .valueStream()
        .filter(v -> v.path("value").asString().equals(value))
        .mapToLong(v -> v.path("count").asLong())
        .findFirst()
        .orElse(-1);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return get(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String[] words(String text) {
    return text.isBlank() ? new String[0] : text.split(" ");
  }

  private static String encoded(String parameters) {
    return Arrays.stream(parameters.split("&(?=[a-z_]+=)"))
        .filter(p -> !p.isEmpty())
        .map(
            p -> {
              int at = p.indexOf('=');
              return p.substring(0, at)
                  + "="
                  + URLEncoder.encode(p.substring(at + 1), StandardCharsets.UTF_8);
            })
        .collect(Collectors.joining("&", "?", ""));
  }

  /// Encodes only what a request line cannot hold at all.
  private static String lenient(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c > 32
                  && c < 127
                  && "\"<>\\^`{|}[]".indexOf(c) < 0
                  && !(c == '%' && text.contains("%Z"))) {
                out.appendCodePoint(c);
              } else {
                out.append(URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8));
              }
            });
    return out.toString();
  }

  private static String resource(String name) throws IOException {
    try (var in = WebServerTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
