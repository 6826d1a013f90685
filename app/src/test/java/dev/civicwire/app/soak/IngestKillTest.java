package dev.civicwire.app.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.app.fixture.Installation;
import dev.civicwire.app.fixture.Running;
import dev.civicwire.app.fixture.SharedEngines;
import dev.civicwire.contract.CrawlLog;
import dev.civicwire.contract.topic.KafkaConfig;
import dev.civicwire.contract.topic.TopicName;
import dev.civicwire.ingest.archive.Replay;
import dev.civicwire.ingest.archive.ReplayReport;
import dev.civicwire.ingest.extract.PageExtractor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` of a crawl at random moments, again and again: a real process on a real broker.
@ExtendWith(SharedEngines.class)
class IngestKillTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int HOSTS = 4;
  private static final long SEED = 20261122;

  private final Installation installation;
  private final KafkaConfig kafka;

  IngestKillTest(Installation installation) {
    this.installation = installation;
    this.kafka = Running.kafka(installation).withTopics(installation.name() + ".", 2);
  }

  @Test
  @Timeout(400)
  void losesDoublesAndRefetchesNothingInTwoKills(@TempDir Path folder) {
    killAgainAndAgain(folder, 2, 80);
  }

  @Test
  @Tag("soak")
  @Timeout(1800)
  void losesDoublesAndRefetchesNothingInTwentyKills(@TempDir Path folder) {
    killAgainAndAgain(folder, 20, 600);
  }

  private void killAgainAndAgain(Path folder, int kills, int pages) {
    Random random = new Random(SEED);
    try (HostFarm farm = HostFarm.start(HOSTS, pages)) {
      for (int i = 0; i < kills; i++) {
        try (Child crawl = run(farm, folder)) {
          int before = farm.asked("civicwire");
          Await.until(
              "it crawls", PATIENCE, () -> farm.asked("civicwire") > before || !crawl.isAlive());
          Instant moment = Instant.now().plusMillis(random.nextInt(1_500));
          Await.until("a moment", PATIENCE, () -> Instant.now().isAfter(moment));
          crawl.kill();
        }
      }
      try (Child crawl = run(farm, folder)) {
        assertThat(crawl.awaitEnd(PATIENCE.multipliedBy(2))).as(crawl::words).isZero();
      }
      List<String> keys =
          Ledger.read(kafka, TopicName.ARTICLES, Ledger.Isolation.READ_COMMITTED).stream()
              .map(Ledger.Entry::key)
              .toList();
      assertThat(keys).hasSize(farm.articles()).doesNotHaveDuplicates();
      assertThat(farm.askedAfter(Ledger.pages(kafka))).as("asked for after the commit").isEmpty();
      checkArchive(folder.resolve("data").resolve("warc"), farm.articles());
    }
  }

  /// What was committed is in the archive, and nothing in it is broken.
  private static void checkArchive(Path warc, int articles) {
    List<String> complaints = new ArrayList<>();
    ReplayReport report =
        new Replay(new PageExtractor(), CrawlLog.none(), Optional.empty(), complaints::add)
            .replay(warc);
    assertThat(complaints).isEmpty();
    assertThat(report.broken()).isZero();
    assertThat(report.articles()).isGreaterThanOrEqualTo(articles);
  }

  private Child run(HostFarm farm, Path folder) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "ingest",
                "run",
                "--sources=" + farm.writeSources(folder),
                "--set=crawl.allow-loopback=true",
                "--set=crawl.delay=15ms"));
    installation.pairs().forEach(pair -> words.add("--set=" + pair));
    words.add("--data=" + folder.resolve("data"));
    return Child.start("ingest", folder.resolve("logs"), Map.of(), words);
  }
}
