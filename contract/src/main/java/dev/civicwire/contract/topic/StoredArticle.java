package dev.civicwire.contract.topic;

import dev.civicwire.contract.Article;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/// Looks one article up in the topic by reading it: its host's partition first, the rest where it
/// is not there. Kafka has no way to ask for a key; a partition of 400 MB takes seconds.
final class StoredArticle {
  private final String id;
  private long version = Long.MIN_VALUE;
  private @Nullable ConsumerRecord<byte[], byte[]> newest;

  private StoredArticle(String id) {
    this.id = id;
  }

  /// The newest committed version of an article.
  ///
  /// @throws dev.civicwire.contract.StageException where the topic cannot be read
  static Optional<Article> of(ClientSettings clients, int partitions, String id, String url) {
    try {
      return find(new TopicScan(clients, TopicName.ARTICLES, partitions), id, url);
    } catch (KafkaException e) {
      throw Failures.stage(clients.config(), "the article " + id + " cannot be read", e);
    }
  }

  /// The newest version, empty where there is none, it was retracted or cannot be read.
  private static Optional<Article> find(TopicScan scan, String id, String url) {
    StoredArticle search = new StoredArticle(id);
    Consumer<Iterable<ConsumerRecord<byte[], byte[]>>> look = search::look;
    var _ = scan.from(Partitions.ofUrl(url, scan.partitions()), 0, look);
    if (search.newest == null) {
      scan.all(look);
    }
    return Optional.ofNullable(search.newest).flatMap(StoredArticle::article);
  }

  private void look(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      long at = TopicRecord.version(record.timestamp(), record.offset());
      if (at >= version && Codec.text(record.key()).equals(id)) {
        version = at;
        newest = record;
      }
    }
  }

  private static Optional<Article> article(ConsumerRecord<byte[], byte[]> record) {
    return Codec.ARTICLE.decode(record.key(), record.value())
            instanceof Decoded.Good<Article>(Article article)
        ? Optional.of(article)
        : Optional.empty();
  }
}
