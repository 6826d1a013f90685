package dev.civicwire.app.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Json;
import dev.civicwire.contract.topic.TopicName;
import dev.civicwire.contract.topic.TopicStatus;
import dev.civicwire.contract.topic.TopicStatus.GroupState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The topology of `docker-compose.yml` without Docker: every service a process of its own, two of
/// each stage that may be more than one.
class SeparateProcessesTest {
  private static final int ARTICLES = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern PAGE = Pattern.compile("Search page: (\\S+)");
  private static final Pattern RUNS = Pattern.compile("(enrich|index) runs");

  @Test
  @Timeout(600)
  void stagesShareTheWorkAndEndInOrder(@TempDir Path folder)
      throws IOException, InterruptedException {
    try (ArticleSite site = ArticleSite.start(ARTICLES);
        Installation all = Installation.start(folder)) {
      Map<String, Child> services = new TreeMap<>();
      for (String name : List.of("enrich-1", "enrich-2", "index-1", "index-2")) {
        services.put(name, all.start(name, all.addresses(), name.substring(0, name.indexOf('-'))));
      }
      services.put("web", all.start("web", all.addresses(), "web", "--set=web.port=0"));
      String page = services.get("web").awaitOutput(PAGE, PATIENCE);
      services.forEach(
          (name, child) -> {
            if (!name.equals("web")) {
              child.awaitError(RUNS, PATIENCE);
            }
          });
      Await.until("two members in each group", PATIENCE, () -> members(all).equals(List.of(2, 2)));

      Child ingest = ingest(all, site, folder);
      assertThat(ingest.awaitEnd(PATIENCE)).as(ingest::words).isZero();
      URI search = URI.create(page).resolve("/api/search?size=100");
      Await.until("all articles are found", PATIENCE, () -> titles(search).size() >= ARTICLES);

      assertThat(numbers(titles(search))).hasSize(ARTICLES);
      assertThat(members(all)).containsExactly(2, 2);
      assertThat(lag(all)).isZero();
      services.forEach(
          (name, child) ->
              System.out.printf(
                  "%s ended %d ms after SIGTERM%n", name, child.terminate().toMillis()));
      // A process that ends in order leaves its group: what it read is committed.
      assertThat(lag(all)).isZero();
      assertThat(members(all)).containsExactly(0, 0);
      assertThat(
              Ledger.read(all.kafka(), TopicName.TAGGED_ARTICLES, Ledger.Isolation.READ_COMMITTED))
          .hasSize(ARTICLES);
      System.out.printf(
          "engines ended %d ms after SIGTERM%n", all.engines().terminate().toMillis());
    }
  }

  private static Child ingest(Installation all, ArticleSite site, Path folder) {
    return all.start(
        "ingest",
        all.addresses(),
        "ingest",
        "run",
        "--sources=" + site.writeSources(folder),
        "--set=crawl.allow-loopback=true",
        "--set=crawl.delay=1ms");
  }

  private static List<Integer> members(Installation all) {
    return TopicStatus.read(all.kafka()).groups().stream().map(GroupState::members).toList();
  }

  private static long lag(Installation all) {
    return TopicStatus.read(all.kafka()).groups().stream().mapToLong(GroupState::lag).sum();
  }

  private static List<String> titles(URI search) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      JsonNode answer =
          Json.mapper()
              .readTree(
                  client
                      .send(HttpRequest.newBuilder(search).build(), BodyHandlers.ofString())
                      .body());
      return answer.path("hits").valueStream().map(hit -> hit.path("title").asString()).toList();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /// The generator's number of each article, which it puts at the end of the title.
  static Set<String> numbers(List<String> titles) {
    Set<String> numbers = new HashSet<>();
    titles.forEach(title -> numbers.add(title.substring(title.lastIndexOf('('))));
    return numbers;
  }
}
