package dev.civicwire.app.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.app.fixture.MachineLoad;
import dev.civicwire.app.soak.Ledger.Entry;
import dev.civicwire.app.soak.Ledger.Isolation;
import dev.civicwire.contract.Json;
import dev.civicwire.contract.topic.TopicName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` of every process in turn while articles flow: none may be lost, none doubled,
/// and the work must go on within half a minute. The engines' parent starts them again by
/// itself, the stages are started again by the test, as a service supervisor would.
class KillTest {
  /// On a machine that has nothing else to do.
  private static final Duration BACK_TO_WORK = Duration.ofSeconds(30);

  /// Longer than the limit, so that a miss is told with its figure.
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  @Timeout(900)
  void losesAndDoublesNothingWhenEachIsKilledOnce(@TempDir Path folder) throws IOException {
    killAll(folder, 600, 1);
  }

  @Test
  @Tag("soak")
  @Timeout(3600)
  void losesAndDoublesNothingWhenEachIsKilledAgainAndAgain(@TempDir Path folder)
      throws IOException {
    killAll(folder, 2000, 3);
  }

  private static void killAll(Path folder, int articles, int rounds) throws IOException {
    double slowness = MachineLoad.factor();
    int kills = rounds * Stages.Victim.values().length + 1;
    try (ArticleSite site = ArticleSite.start(articles);
        Stages stages = Stages.start(folder, site, articles / (2 * kills + 2))) {
      Duration longest = stages.killHeldTransaction(PATIENCE);
      report("enrich in a held transaction", longest);
      for (int round = 1; round <= rounds; round++) {
        for (Stages.Victim victim : Stages.Victim.values()) {
          Duration back = stages.kill(victim, PATIENCE);
          report("round " + round + ", " + victim.name().toLowerCase(Locale.ROOT), back);
          longest = back.compareTo(longest) > 0 ? back : longest;
        }
      }
      stages.awaitDone(Duration.ofMinutes(10));
      compare(stages, articles);
      assertThat(longest.toMillis() / slowness)
          .as("milliseconds to be back to work, on a machine %.1f times busy", slowness)
          .isLessThan((double) BACK_TO_WORK.toMillis());
    }
  }

  private static void report(String killed, Duration back) {
    System.out.printf(
        Locale.ROOT, "killed: %-30s back to work after %5.1f s%n", killed, back.toMillis() / 1e3);
  }

  private static void compare(Stages stages, int articles) throws IOException {
    Installation all = stages.installation();
    List<Entry> committed =
        Ledger.read(all.kafka(), TopicName.TAGGED_ARTICLES, Isolation.READ_COMMITTED);
    List<Entry> physical =
        Ledger.read(all.kafka(), TopicName.TAGGED_ARTICLES, Isolation.READ_UNCOMMITTED);
    List<String> indexed = stages.indexed().titles();
    System.out.printf(
        "%d articles: read_committed %d records, lost %d, duplicated %d; read_uncommitted %d"
            + " records, duplicated %d; index %d documents, lost %d, duplicated %d%n",
        articles,
        committed.size(),
        articles - numbers(committed).size(),
        duplicates(committed),
        physical.size(),
        duplicates(physical),
        indexed.size(),
        articles - SeparateProcessesTest.numbers(indexed).size(),
        indexed.size() - SeparateProcessesTest.numbers(indexed).size());
    assertThat(numbers(committed)).as("texts in the topic").hasSize(articles);
    assertThat(duplicates(committed)).as("ids twice in the topic").isZero();
    assertThat(committed).as("records in the topic").hasSize(articles);
    assertThat(SeparateProcessesTest.numbers(indexed)).as("texts in the index").hasSize(articles);
    assertThat(indexed).as("documents in the index").hasSize(articles);
    // The control: a reader that sees what was taken back fails the same checks.
    assertThat(duplicates(physical)).as("ids twice, aborted records seen").isPositive();
    assertThat(Ledger.read(all.kafka(), TopicName.REJECTED, Isolation.READ_COMMITTED)).isEmpty();
  }

  private static int duplicates(List<Entry> entries) {
    return entries.size() - new HashSet<>(entries.stream().map(Entry::key).toList()).size();
  }

  private static Set<String> numbers(List<Entry> entries) {
    List<String> titles =
        entries.stream()
            .map(entry -> Json.mapper().readTree(entry.value()))
            .map(tagged -> tagged.path("article").path("title").asString())
            .toList();
    return SeparateProcessesTest.numbers(titles);
  }
}
