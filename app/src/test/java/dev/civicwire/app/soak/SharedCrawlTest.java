package dev.civicwire.app.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.app.fixture.Installation;
import dev.civicwire.app.fixture.Running;
import dev.civicwire.app.fixture.SharedEngines;
import dev.civicwire.app.soak.HostFarm.Request;
import dev.civicwire.contract.topic.KafkaConfig;
import dev.civicwire.contract.topic.TopicName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Several `ingest serve` share the hosts: real processes on a real broker, which come, go, are
/// killed, and freeze for longer than Kafka waits for them.
@ExtendWith(SharedEngines.class)
class SharedCrawlTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int DELAY_MS = 150;
  private static final int HOSTS = 8;
  private static final int PAGES = 110;

  private final Installation installation;
  private final KafkaConfig kafka;

  SharedCrawlTest(Installation installation) {
    this.installation = installation.with("kafka.partitions", "6");
    this.kafka = Running.kafka(this.installation).withTopics(installation.name() + ".", 6);
  }

  @Test
  @Timeout(300)
  void asksEachHostFromOneProcessAtATime(@TempDir Path folder) {
    share(folder, PAGES, 1);
  }

  @Test
  @Tag("soak")
  @Timeout(1800)
  void asksEachHostFromOneProcessAtATimeThroughManyFreezes(@TempDir Path folder) {
    share(folder, 12 * PAGES, 8);
  }

  private void share(Path folder, int pages, int freezes) {
    try (HostFarm farm = HostFarm.start(HOSTS, pages);
        Ledger articles = Ledger.follow(kafka, TopicName.ARTICLES);
        Child first = serve(farm, folder, "one")) {
      Await.until("one crawls", PATIENCE, () -> farm.asked("one") > HOSTS * 4);
      try (Child second = serve(farm, folder, "two");
          Child third = serve(farm, folder, "three")) {
        Await.until(
            "two and three crawl too",
            PATIENCE,
            () -> farm.asked("two") > 0 && farm.asked("three") > 0);
        third.kill();
        for (int i = 0; i < freezes; i++) {
          second.freeze();
          awaitAllHosts(farm, articles);
          second.thaw();
          int before = farm.asked("two");
          Await.until(
              "two crawls again",
              PATIENCE,
              () -> farm.asked("two") > before || articles.seen() >= farm.articles());
        }
        second.terminate();
        awaitAllHosts(farm, articles);
        Await.until("all is crawled", PATIENCE, () -> articles.seen() >= farm.articles());
      }
      assertThat(first.terminate()).isLessThan(Duration.ofSeconds(10));
      assertThat(overlaps(farm)).as("hosts asked by two processes at once").isEmpty();
      assertThat(hurried(farm)).as("pauses that were not kept").isEmpty();
      List<String> keys =
          Ledger.read(kafka, TopicName.ARTICLES, Ledger.Isolation.READ_COMMITTED).stream()
              .map(Ledger.Entry::key)
              .toList();
      assertThat(keys).hasSize(farm.articles()).doesNotHaveDuplicates();
      assertThat(farm.askedAfter(Ledger.pages(kafka)))
          .as("pages asked for after their commit")
          .isEmpty();
    }
  }

  private static void awaitAllHosts(HostFarm farm, Ledger articles) {
    Await.until(
        "one has all hosts",
        PATIENCE,
        () ->
            farm.hostsOf("one", System.currentTimeMillis() - 2_000) == HOSTS
                || articles.seen() >= farm.articles());
  }

  private Child serve(HostFarm farm, Path folder, String name) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "ingest",
                "serve",
                "--sources=" + farm.writeSources(folder),
                "--set=crawl.allow-loopback=true",
                "--set=crawl.user-agent=" + name + "/1",
                "--set=crawl.delay=" + DELAY_MS + "ms"));
    installation.pairs().forEach(pair -> words.add("--set=" + pair));
    words.add("--data=" + folder.resolve("data"));
    return Child.start(name, folder.resolve("logs"), Map.of(), words);
  }

  private static List<String> overlaps(HostFarm farm) {
    List<String> found = new ArrayList<>();
    farm.log()
        .forEach(
            (host, requests) -> {
              for (int i = 1; i < requests.size(); i++) {
                if (requests.get(i).start() < requests.get(i - 1).end()) {
                  found.add(requests.get(i - 1) + " and " + requests.get(i));
                }
              }
            });
    return found;
  }

  /// The server notes the end a little after the crawl has the answer.
  private static List<String> hurried(HostFarm farm) {
    List<String> found = new ArrayList<>();
    farm.log()
        .forEach(
            (host, requests) -> {
              for (int i = 1; i < requests.size(); i++) {
                Request before = requests.get(i - 1);
                if (requests.get(i).start() - before.end() < DELAY_MS - 30) {
                  found.add(before + " and " + requests.get(i));
                }
              }
            });
    return found;
  }
}
