package dev.civicwire.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.app.fixture.Cli;
import dev.civicwire.app.fixture.CliProcess;
import dev.civicwire.app.fixture.Installation;
import dev.civicwire.app.fixture.MachineLoad;
import dev.civicwire.app.fixture.SharedEngines;
import dev.civicwire.contract.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The demonstration as a user has it.
@Timeout(300)
@ExtendWith(SharedEngines.class)
class DemoProcessTest {
  private static final Duration STOP = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void printsATableAndAJsonSummaryAndCrawlsNothingTwice(Installation installation) {
    Installation own = installation.with("data", folder.toString());
    JsonNode first = once(own);
    assertThat(first.propertyNames())
        .contains("fetched", "articles", "tagged", "indexed", "rejected", "vacancies", "seconds");
    assertThat(first.path("articles").intValue()).isEqualTo(47);
    assertThat(first.path("tagged").intValue()).isEqualTo(47);
    assertThat(first.path("indexed").intValue()).isEqualTo(47);
    assertThat(first.path("rejected").intValue()).isEqualTo(2);
    assertThat(first.path("vacancies").size()).isPositive();
    JsonNode second = once(own);
    assertThat(second.path("fetched").intValue()).isZero();
    assertThat(second.path("tagged").intValue()).isZero();
    assertThat(second.path("indexed").intValue()).isEqualTo(47);
    assertThat(second.path("vacancies")).isEqualTo(first.path("vacancies"));
  }

  private static JsonNode once(Installation installation) {
    Cli.Result result = installation.run("demo", "--once");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.outLines().getFirst()).contains("ORGANISATION", "ROLE", "PAY", "DEADLINE");
    assertThat(result.out()).contains("Search page: http://127.0.0.1:");
    assertThat(result.err())
        .contains("sample site on", "first article searchable", "all searchable");
    return Json.mapper().readTree(result.outLines().getLast());
  }

  /// With engines of its own, in the middle of a life: page up, second start refused, SIGTERM,
  /// another start. The bounds of time are those that the README promises.
  @Test
  void staysUpUntilItIsStoppedAndTakesItsEnginesAlong() throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    double busy = MachineLoad.factor();
    try (CliProcess demo =
        CliProcess.start(
            folder, List.of(), "demo", "--data", data.toString(), "--set", "web.port=0")) {
      String line = demo.awaitLine(text -> text.startsWith("Search page: "));
      List<ProcessHandle> engines = demo.process().toHandle().descendants().toList();
      assertThat(engines).hasSizeGreaterThanOrEqualTo(2);
      assertThat(get(line.substring("Search page: ".length()))).contains("Civicwire");

      Cli.Result second = Cli.run("demo", "--once", "--data", data.toString());
      assertThat(second.code()).isEqualTo(1);
      assertThat(second.reason()).contains("sample site is taken");

      assertThat(demo.terminate(STOP)).isLessThan(STOP);
      for (ProcessHandle engine : engines) {
        assertThat(engine.onExit()).succeedsWithin(STOP);
      }
      assertThat(demo.errText()).doesNotContain("\tat ").doesNotContain("unexpected failure");
      assertThat(secondsUntil("first article searchable", demo)).isLessThan(45 * busy);
    }
    startsAgainWithinHalfAMinute(data, busy);
  }

  private void startsAgainWithinHalfAMinute(Path data, double busy)
      throws IOException, InterruptedException {
    try (CliProcess again =
        CliProcess.start(folder, List.of(), "demo", "--once", "--data", data.toString())) {
      JsonNode summary = Json.mapper().readTree(again.awaitLine(text -> text.startsWith("{")));
      assertThat(again.await(STOP)).isZero();
      assertThat(summary.path("fetched").intValue()).isZero();
      assertThat(summary.path("indexed").intValue()).isEqualTo(47);
      assertThat(secondsUntil("all searchable", again)).isLessThan(30 * busy);
    }
  }

  private static double secondsUntil(String what, CliProcess demo) {
    Matcher line = Pattern.compile("([0-9.]+) s  " + what).matcher(demo.errText());
    assertThat(line.find()).as(what).isTrue();
    return Double.parseDouble(line.group(1));
  }

  private static String get(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> page =
          client.send(
              HttpRequest.newBuilder(URI.create(url)).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(page.statusCode()).isEqualTo(200);
      return page.body();
    }
  }
}
