package dev.civicwire.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.CrawlLog;
import dev.civicwire.contract.CrawlLog.CrawlBatch;
import dev.civicwire.contract.CrawlShares.Holder;
import dev.civicwire.contract.CrawlState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(120)
@ExtendWith(TestBroker.class)
class KafkaCrawlSharesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PARTS = 3;
  private static final KafkaCrawlShares.Watcher NOBODY = (held, parts) -> {};

  private final KafkaConfig config;

  KafkaCrawlSharesTest(KafkaConfig config) {
    this.config = config;
    new Topics(config).create();
  }

  @Test
  void takesAPartWithAllThatWasCommittedThoughAnOpenTransactionHidesIt() {
    CrawlState page = Samples.state(Samples.article(1), "article");
    CrawlState link = link(page.host());
    int part = Partitions.ofHost(page.host(), config.partitions());
    try (KafkaProducer<byte[], byte[]> stranger =
        new ClientSettings(config).transactionalProducer("stranger")) {
      try (KafkaCrawlShares before = new KafkaCrawlShares(config, NOBODY)) {
        Gained gained = new Gained();
        Probe.await("all parts", PATIENCE, () -> gained.by(before).size() == PARTS);
        stranger.initTransactions();
        stranger.beginTransaction();
        var _ = stranger.send(new Envelope(config, PARTS).crawlState(link));
        stranger.flush();
        Objects.requireNonNull(gained.logs.get(part))
            .commit(new CrawlBatch(List.of(), List.of(page), List.of()));
      }
      try (KafkaCrawlShares after = new KafkaCrawlShares(config, NOBODY)) {
        Gained gained = new Gained();
        Probe.await("the others", PATIENCE, () -> gained.by(after).size() == PARTS - 1);
        assertThat(gained.by(after)).doesNotContainKey(part);

        stranger.commitTransaction();

        Probe.await("all parts", PATIENCE, () -> gained.by(after).size() == PARTS);
        assertThat(gained.states.get(part)).containsExactlyInAnyOrder(page, link);
      }
    }
  }

  private static CrawlState link(String host) {
    return new CrawlState.OfLink(
        "https://" + host + "/other",
        host,
        "wire",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Instant.parse("2026-11-22T12:00:00Z"),
        Optional.empty());
  }

  /// What a crawl hears of its parts; loads each when it gets it.
  private static final class Gained implements Holder {
    private final Map<Integer, CrawlLog> logs = new HashMap<>();
    private final Map<Integer, List<CrawlState>> states = new HashMap<>();

    /// The parts, after one more look.
    Map<Integer, CrawlLog> by(KafkaCrawlShares shares) {
      shares.poll(Duration.ofMillis(100), this);
      return logs;
    }

    @Override
    public void gained(int part, CrawlLog log) {
      states.put(part, NewestStates.of(log));
      logs.put(part, log);
    }

    @Override
    public void told(int part, CrawlState.OfLink link) {
      throw new AssertionError("told late: " + link);
    }

    @Override
    public void told(int part, CrawlState.OfClaim claim) {
      throw new AssertionError("told late: " + claim);
    }

    @Override
    public void losing(int part) {
      logs.remove(part);
    }

    @Override
    public boolean holds(int part) {
      return logs.containsKey(part);
    }

    @Override
    public void lost(int part) {
      logs.remove(part);
    }
  }
}
