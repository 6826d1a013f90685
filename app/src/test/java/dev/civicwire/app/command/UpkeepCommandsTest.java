package dev.civicwire.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.app.fixture.Cli;
import dev.civicwire.app.fixture.Installation;
import dev.civicwire.app.fixture.Running;
import dev.civicwire.app.fixture.SharedEngines;
import dev.civicwire.app.sample.SamplePages;
import dev.civicwire.contract.Article;
import dev.civicwire.contract.Json;
import dev.civicwire.contract.topic.RejectedLog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// The upkeep commands, in a life of one installation: filled, looked at, mended, built anew.
@Timeout(240)
@ExtendWith(SharedEngines.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpkeepCommandsTest {
  private static final int ARTICLES = 8;

  private final Installation installation;
  private final List<Article> articles = SamplePages.load().articles().subList(0, ARTICLES);

  UpkeepCommandsTest(Installation installation) {
    this.installation = installation;
  }

  @BeforeAll
  void fill() throws InterruptedException, ExecutionException {
    Cli.Result first = run("topics", "create");
    assertThat(first.outLines()).hasSize(4);
    assertThat(run("topics", "create").outLines()).containsExactly("all topics are there");
    Running.ingest(installation, articles);
    Running.write(installation, "civicwire.articles.v1", "bad", "{no json");
    Running.write(
        installation,
        "civicwire.articles.v1",
        "new",
        Json.mapper()
            .writeValueAsString(articles.getFirst())
            .replace("\"schema_version\":1", "\"schema_version\":99"));
    assertThat(Running.work(installation)).isEqualTo(2);
  }

  @Test
  @Order(1)
  void searches() {
    Article article = articles.getFirst();
    Cli.Result text = run("search", "\"" + article.title() + "\"");
    assertThat(text.out()).contains("1 found, page 1 of 1", article.title(), article.url());
    JsonNode page = json("search", "--json", "digital");
    assertThat(page.path("total").intValue()).isEqualTo(page.path("hits").size()).isPositive();
    assertThat(page.path("hits").get(0).propertyNames()).contains("id", "url", "title");
    assertThat(run("search", "nosuchwordanywhere").out()).contains("0 found");
  }

  @Test
  @Order(1)
  void tellsTheStatus() {
    JsonNode status = json("status", "--json");
    assertThat(status.path("indexed").intValue()).isEqualTo(ARTICLES);
    assertThat(status.path("kafka").path("groups").valueStream())
        .hasSize(2)
        .allMatch(group -> group.path("lag").intValue() == 0);
    String text = run("status").out();
    assertThat(text)
        .contains(installation.name() + ".civicwire.tagged-articles.v1")
        .contains(installation.name() + ".civicwire-enrich")
        .contains("Articles that can be found: " + ARTICLES);
  }

  @Test
  @Order(2)
  void listsShowsAndReplaysWhatWasRejected() throws InterruptedException {
    List<String> lines = run("rejected", "list").outLines();
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst()).startsWith("ID ");
    assertThat(lines.subList(1, 3))
        .anyMatch(line -> line.contains("enrich") && line.contains("not-json"))
        .anyMatch(line -> line.contains("enrich") && line.contains("newer-schema"));
    String id = id(lines, "not-json");
    assertThat(run("rejected", "show", id).out())
        .contains("reason   not-json", "key      bad", "{no json");
    assertThat(run("rejected", "replay", id).outLines()).containsExactly("replayed 1");
    Cli.Result again = run("rejected", "replay", id);
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.out()).contains("was replayed at", "replayed 0");
    assertThat(Running.work(installation)).as("no better than before").isEqualTo(1);
    assertThat(run("rejected", "list").outLines()).hasSize(3);
    assertThat(run("rejected", "list", "--all").outLines()).hasSize(4);
    Cli.Result none = run("rejected", "show", "1:99999");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.reason()).contains("no rejection 1:99999");
  }

  private static String id(List<String> lines, String reason) {
    return lines.stream()
        .filter(line -> line.contains(reason))
        .map(line -> line.split(" ", 2)[0])
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Order(3)
  void retracts() throws InterruptedException {
    Article gone = articles.get(1);
    Cli.Result result =
        run("retract", gone.url(), "--reason", "court order", "--who", "desk@example");
    assertThat(result.out()).contains("retracted " + gone.url(), "2 tombstones");
    Running.work(installation);
    assertThat(json("search", "--json").path("hits").valueStream())
        .hasSize(ARTICLES - 1)
        .noneMatch(hit -> hit.path("id").asString().equals(gone.id()));
    assertThat(new RejectedLog(Running.kafka(installation)).retractions(10))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.rejection().message()).isEqualTo("court order (by desk@example)"));
    Cli.Result unknown = run("retract", "https://unheard.example/", "--reason", "x");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.reason()).contains("no article is known under");
    assertThat(run("retract", gone.url()).code()).as("a reason is needed").isEqualTo(2);
  }

  @Test
  @Order(4)
  void reindexesWhileSearchesGoOn() {
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger searches = new AtomicInteger();
    List<String> wrong = new ArrayList<>();
    CompletableFuture<Void> searching =
        CompletableFuture.runAsync(
            () -> {
              while (!done.get()) {
                Cli.Result found = run("search", "--json");
                searches.incrementAndGet();
                if (found.code() != 0
                    || Json.mapper().readTree(found.out()).path("total").intValue()
                        != ARTICLES - 1) {
                  wrong.add(found.toString());
                }
              }
            });
    Cli.Result first = run("reindex");
    Cli.Result second = run("reindex");
    done.set(true);
    searching.join();
    assertThat(wrong).isEmpty();
    assertThat(searches).hasPositiveValue();
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out()).contains("reindexed").contains("0 rejected");
    assertThat(second.err())
        .as("the index of the first one is dropped by the second")
        .contains("dropped " + first.out().replaceAll("(?s).* into (\\S+), .*", "$1"));
  }

  @Test
  @Order(5)
  void showsWhatTaggingAgainWouldChange() {
    long before = tagged();
    Cli.Result result = run("retag", "--diff", "3");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.outLines())
        .as("the same tagger changes nothing")
        .singleElement()
        .satisfies(line -> assertThat(line).startsWith("0 of 3 articles would change with "));
    assertThat(tagged()).as("nothing is written").isEqualTo(before);
    Cli.Result none = run("retag", "--diff", "0");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("--diff 0: give a number from 1 to");
  }

  @Test
  @Order(6)
  void tagsEverythingAgain() throws InterruptedException {
    long before = tagged();
    Cli.Result result = run("retag");
    assertThat(result.out()).contains("retagged ").contains("rejected");
    assertThat(result.code()).as("the bad records are still bad").isEqualTo(1);
    assertThat(tagged()).isGreaterThanOrEqualTo(before + ARTICLES - 1);
    Running.work(installation);
    assertThat(json("status", "--json").path("indexed").intValue()).isEqualTo(ARTICLES - 1);
  }

  private long tagged() {
    return json("status", "--json")
        .path("kafka")
        .path("topics")
        .valueStream()
        .filter(topic -> topic.path("name").asString().endsWith("tagged-articles.v1"))
        .mapToLong(topic -> topic.path("records").longValue())
        .sum();
  }

  private JsonNode json(String... words) {
    Cli.Result result = run(words);
    assertThat(result.code()).as(result.err()).isZero();
    return Json.mapper().readTree(result.out());
  }

  private Cli.Result run(String... words) {
    return installation.run(words);
  }
}
