package dev.civicwire.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.CrawlLog.CrawlBatch;
import dev.civicwire.embedded.BrokerConfig;
import dev.civicwire.embedded.EmbeddedBroker;
import dev.civicwire.embedded.Engines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class BrokerLossTest {
  private static final int COUNT = 300;
  private static final TransformSettings SETTINGS =
      new TransformSettings("enrich-0", 2, 20, Duration.ofSeconds(60), Duration.ofMinutes(2));

  @TempDir private Path folder;

  @Test
  void tagsEachArticleOnceThoughTheBrokerIsKilled()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    BrokerConfig broker = BrokerConfig.quick(folder, Engines.locate()).withPort(freePort());
    KafkaConfig config = KafkaConfig.of("127.0.0.1:" + broker.port()).withTopics("", 3);
    TransformStage stage =
        new TransformStage(
            config,
            SETTINGS,
            article -> {
              LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
              return Samples.tagged(article);
            });
    try (Mortal mortal = new Mortal(broker)) {
      new Topics(config).create();
      try (KafkaCrawlLog log = new KafkaCrawlLog(config, "ingest-0");
          RunningStage running = RunningStage.of(stage::run, stage::stop)) {
        log.commit(new CrawlBatch(Samples.articles(COUNT), List.of(), List.of()));
        running.await("some tagged", () -> stage.metrics().records() > 40);
        mortal.killAndRestart();
        running.await("all tagged", () -> new ConsumerGroups(config).lag(StageGroup.ENRICH) == 0);
        log.commit(new CrawlBatch(List.of(Samples.article(COUNT)), List.of(), List.of()));
        running.await("the last", () -> new ConsumerGroups(config).lag(StageGroup.ENRICH) == 0);
      }
      assertThat(new Probe(config).keys(TopicName.TAGGED_ARTICLES, "read_committed"))
          .hasSize(COUNT + 1)
          .doesNotHaveDuplicates();
    }
  }

  /// A broker that is killed and comes back on the same port with the same data.
  private static final class Mortal implements AutoCloseable {
    private final BrokerConfig config;
    private EmbeddedBroker broker;

    Mortal(BrokerConfig config) {
      this.config = config;
      this.broker = EmbeddedBroker.start(config);
    }

    void killAndRestart() throws InterruptedException, ExecutionException, TimeoutException {
      boolean killed = ProcessHandle.of(broker.pid()).orElseThrow().destroyForcibly();
      assertThat(killed).isTrue();
      assertThat(broker.onExit().get(30, TimeUnit.SECONDS)).isNotZero();
      broker.close();
      broker = EmbeddedBroker.start(config);
    }

    @Override
    public void close() {
      broker.close();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
