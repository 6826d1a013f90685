package dev.civicwire.contract.topic;

import dev.civicwire.app.pipeline.Slot;
import dev.civicwire.enrich.Tagger;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;

/// A process of stage enrich that sends a whole transaction, says so, and never commits it: what is
/// to be killed where a kill does most harm. It has the name that `civicwire enrich` would have.
public final class HeldEnrich {
  private HeldEnrich() {}

  /// @param args data folder; the broker's address is in the environment
  public static void main(String[] args) {
    KafkaConfig config = KafkaConfig.of(System.getenv("KAFKA_BOOTSTRAP_SERVERS"));
    try (Slot slot = Slot.take(Path.of(args[0]), "enrich")) {
      Tagger tagger = Tagger.load();
      new TransformStage(config, TransformSettings.of(slot.name()), tagger::tag, new Hold()).run();
    }
  }

  private static final class Hold implements TransactionalProducer.Faults {
    @Override
    public void beforeCommit(KafkaProducer<byte[], byte[]> producer) {
      producer.flush();
      System.out.println("holding a transaction");
      while (true) {
        LockSupport.park();
      }
    }
  }
}
