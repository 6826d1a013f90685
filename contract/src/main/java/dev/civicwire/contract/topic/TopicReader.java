package dev.civicwire.contract.topic;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.StageException;
import dev.civicwire.contract.TaggedArticle;
import java.util.Map;
import org.apache.kafka.common.KafkaException;

/// Reads everything that a topic holds, from its start to its present end, without a consumer
/// group: for a new index, an export, a count. Of an article that was written several times the
/// older versions may or may not come before the newest, as the broker has compacted.
public final class TopicReader {
  private final KafkaConfig config;

  public TopicReader(KafkaConfig config) {
    this.config = config;
  }

  /// What was read.
  ///
  /// @param records handed to the handler, tombstones among them
  /// @param rejected by the handler, written to the rejected topic
  /// @param undecodable passed over: the stage that reads this topic has rejected them already
  public record Summary(long records, long rejected, long undecodable) {
    Summary plus(Summary other) {
      return new Summary(
          records + other.records, rejected + other.rejected, undecodable + other.undecodable);
    }
  }

  /// All articles.
  ///
  /// @throws StageException where the topic cannot be read to its end
  public Summary readArticles(BatchHandler<Article> handler) {
    return read(TopicName.ARTICLES, Codec.ARTICLE, handler);
  }

  /// All tagged articles.
  ///
  /// @throws StageException where the topic cannot be read to its end
  public Summary readTaggedArticles(BatchHandler<TaggedArticle> handler) {
    return read(TopicName.TAGGED_ARTICLES, Codec.TAGGED_ARTICLE, handler);
  }

  private <T> Summary read(TopicName topic, Codec<T> codec, BatchHandler<T> handler) {
    ClientSettings clients = new ClientSettings(config);
    Map<TopicName, Integer> partitions = new Topics(config).existing();
    Envelope envelope = new Envelope(config, partitions.getOrDefault(TopicName.REJECTED, 1));
    TopicScan scan = new TopicScan(clients, topic, partitions.getOrDefault(topic, 1));
    try (RejectionWriter writer = new RejectionWriter(clients)) {
      Total total = new Total();
      scan.all(
          input ->
              total.add(
                  handled(new ReadBatch<>("reader", codec, envelope, input), handler, writer)));
      return total.sum;
    } catch (KafkaException e) {
      throw Failures.stage(config, "the topic cannot be read to its end", e);
    }
  }

  private static <T> Summary handled(
      ReadBatch<T> batch, BatchHandler<T> handler, RejectionWriter writer) {
    int undecodable = batch.undecodable().size();
    if (batch.records().isEmpty()) {
      return new Summary(0, 0, undecodable);
    }
    var rejected = batch.rejected(handler.handle(batch.records()));
    writer.write(rejected);
    return new Summary(batch.records().size(), rejected.size(), undecodable);
  }

  private static final class Total {
    private Summary sum = new Summary(0, 0, 0);

    void add(Summary part) {
      sum = sum.plus(part);
    }
  }
}
