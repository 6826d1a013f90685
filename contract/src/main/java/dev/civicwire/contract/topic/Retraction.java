package dev.civicwire.contract.topic;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.ArticleId;
import dev.civicwire.contract.Payload;
import dev.civicwire.contract.Rejection;
import dev.civicwire.contract.StageException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// Takes articles back: a tombstone in `articles` and in `tagged-articles`, which the stages and
/// every consumer heed by deleting what they have, and an audit entry in `rejected` (stage
/// `retract`), all in one transaction.
///
/// Enrich passes the first tombstone on as well, behind whatever it had in hand of the article, so
/// the last word on it in `tagged-articles` is always a tombstone.
public final class Retraction {
  static final String STAGE = "retract";
  private static final String TRANSACTIONAL_ID = "retract-0";

  private final KafkaConfig config;
  private final ClientSettings clients;

  public Retraction(KafkaConfig config) {
    this.config = config;
    this.clients = new ClientSettings(config);
  }

  /// What was taken back.
  ///
  /// @param ids of the articles
  /// @param tombstones that were written
  public record Retracted(List<String> ids, int tombstones) {
    public Retracted {
      ids = List.copyOf(ids);
    }
  }

  /// Takes back the article of that id, or all that are known under that URL, as fetched or
  /// canonical.
  ///
  /// @param urlOrId which
  /// @param reason for the audit
  /// @param who asked, for the audit
  /// @param at when
  /// @throws StageException where nothing is known under it, or it could not be written
  public Retracted retract(String urlOrId, String reason, String who, Instant at) {
    Map<TopicName, Integer> partitions = new Topics(config).existing();
    Search search = new Search(urlOrId);
    try (TransactionalProducer producer =
        new TransactionalProducer(clients, TRANSACTIONAL_ID, TransactionalProducer.Faults.NONE)) {
      scan(partitions, TopicName.ARTICLES).all(search::lookAt);
      scan(partitions, TopicName.TAGGED_ARTICLES).all(search::lookAt);
      if (search.places.isEmpty()) {
        throw new StageException(
            "no article is known under '%s': give its id, or its URL as the search shows it"
                .formatted(urlOrId));
      }
      List<ProducerRecord<byte[], byte[]>> records = search.tombstones(at);
      int tombstones = records.size();
      Envelope envelope = new Envelope(config, partitions.getOrDefault(TopicName.REJECTED, 1));
      for (String id : search.places.keySet()) {
        records.add(envelope.rejected(audit(id, search.url(), reason, who, at)).record());
      }
      producer.open();
      producer.commit(records);
      // A commit returns before its marks are in every partition. To open anew waits for them: a
      // crawl that commits after our return sees the retraction.
      producer.open();
      return new Retracted(List.copyOf(search.places.keySet()), tombstones);
    } catch (KafkaException e) {
      throw Failures.stage(config, "the retraction is not written", e);
    }
  }

  private TopicScan scan(Map<TopicName, Integer> partitions, TopicName topic) {
    return new TopicScan(clients, topic, partitions.getOrDefault(topic, 1));
  }

  private static Rejection audit(
      String id, Optional<String> url, String reason, String who, Instant at) {
    return new Rejection(
        STAGE,
        Reasons.RETRACTED,
        "%s (by %s)".formatted(reason, who),
        id,
        Optional.empty(),
        -1,
        -1,
        url,
        at,
        new Payload(new byte[0]));
  }

  /// Looks for an article in every partition: a topic that has grown holds older versions of it in
  /// another one than newer ones.
  private static final class Search {
    private final String wanted;
    private final String id;
    private final Map<String, Set<Place>> places = new TreeMap<>();

    Search(String urlOrId) {
      this.wanted = urlOrId;
      this.id = urlOrId.contains(":") ? ArticleId.of(urlOrId) : urlOrId;
    }

    Optional<String> url() {
      return wanted.contains(":") ? Optional.of(wanted) : Optional.empty();
    }

    void lookAt(Iterable<ConsumerRecord<byte[], byte[]>> records) {
      for (ConsumerRecord<byte[], byte[]> record : records) {
        String key = Codec.text(record.key());
        if (key.equals(id) || places.containsKey(key) || isUnderWantedUrl(record)) {
          places
              .computeIfAbsent(key, k -> new TreeSet<>())
              .add(new Place(record.topic(), record.partition()));
        }
      }
    }

    /// Decodes only where the bytes hold the URL at all.
    private boolean isUnderWantedUrl(ConsumerRecord<byte[], byte[]> record) {
      if (url().isEmpty() || !Codec.text(record.value()).contains("\"" + wanted + "\"")) {
        return false;
      }
      return Codec.ARTICLE.decode(record.key(), record.value())
              instanceof Decoded.Good<Article>(Article article)
          && (article.url().equals(wanted) || article.canonicalUrl().equals(wanted));
    }

    List<ProducerRecord<byte[], byte[]>> tombstones(Instant at) {
      List<ProducerRecord<byte[], byte[]>> tombstones = new ArrayList<>();
      places.forEach(
          (key, found) -> {
            for (Place place : found) {
              tombstones.add(
                  new ProducerRecord<>(
                      place.topic(),
                      place.partition(),
                      key.getBytes(StandardCharsets.UTF_8),
                      null,
                      headers(key, at)));
            }
          });
      return tombstones;
    }

    private Headers headers(String key, Instant at) {
      Headers headers = new RecordHeaders();
      EventHeaders.put(headers, "ce_specversion", "1.0");
      EventHeaders.put(headers, "ce_id", key + "@" + at);
      EventHeaders.put(headers, "ce_source", "/civicwire/retract");
      EventHeaders.put(headers, "ce_type", "dev.civicwire.article.retracted.v1");
      EventHeaders.put(headers, "ce_time", at.toString());
      url().ifPresent(url -> EventHeaders.put(headers, "ce_subject", url));
      return headers;
    }
  }

  private record Place(String topic, int partition) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byTopic = topic.compareTo(other.topic);
      return byTopic != 0 ? byTopic : Integer.compare(partition, other.partition);
    }
  }
}
