package dev.civicwire.contract.topic;

import dev.civicwire.contract.StageException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// What the stages could not handle: to look at, and to send back once the cause is mended.
///
/// A replay writes the record's own bytes and headers to the topic it came from, and a marker here,
/// in one transaction; a replayed entry stays, and is listed on request only.
public final class RejectedLog {
  private static final String TRANSACTIONAL_ID = "replay-0";
  private static final Pattern PLACE = Pattern.compile("(\\d{1,9}):(\\d{1,18})");
  private static final Comparator<RejectedEntry> NEWEST_FIRST =
      Comparator.comparingLong(RejectedEntry::version)
          .thenComparingInt(RejectedEntry::partition)
          .reversed();

  private final KafkaConfig config;
  private final ClientSettings clients;

  public RejectedLog(KafkaConfig config) {
    this.config = config;
    this.clients = new ClientSettings(config);
  }

  /// What a replay did.
  ///
  /// @param replayed how many went back
  /// @param passedOver one line for each selected one that cannot go back
  public record Replay(int replayed, List<String> passedOver) {
    public Replay {
      passedOver = List.copyOf(passedOver);
    }
  }

  /// The newest rejections that were not replayed, newest first.
  ///
  /// @param limit most entries
  /// @throws StageException where the topic cannot be read
  public List<RejectedEntry> list(int limit) {
    return newest(limit, entry -> isRejection(entry) && entry.replayed().isEmpty());
  }

  /// The newest rejections, replayed ones among them, newest first.
  ///
  /// @throws StageException where the topic cannot be read
  public List<RejectedEntry> listAll(int limit) {
    return newest(limit, RejectedLog::isRejection);
  }

  /// The newest retractions, which are kept here as an audit, newest first.
  ///
  /// @throws StageException where the topic cannot be read
  public List<RejectedEntry> retractions(int limit) {
    return newest(limit, entry -> !isRejection(entry));
  }

  private static boolean isRejection(RejectedEntry entry) {
    return !entry.rejection().stage().equals(Retraction.STAGE);
  }

  /// Looks back ever farther until there are enough.
  private List<RejectedEntry> newest(int limit, Predicate<RejectedEntry> wanted) {
    TopicScan scan = scan();
    try {
      for (long window = Math.max(limit, 16); ; window *= 4) {
        RejectedEntries found = new RejectedEntries();
        boolean all = scan.tail(window, found::addAll);
        if (all || found.enoughInEachPartition(limit, scan.partitions(), wanted)) {
          return found.entries().filter(wanted).sorted(NEWEST_FIRST).limit(limit).toList();
        }
      }
    } catch (KafkaException e) {
      throw Failures.stage(config, "the rejected records cannot be read", e);
    }
  }

  /// One entry with its payload.
  ///
  /// @param place `partition:offset`
  /// @throws StageException where `place` is none, or the topic cannot be read
  public Optional<RejectedEntry> show(String place) {
    Matcher matcher = PLACE.matcher(place);
    if (!matcher.matches()) {
      throw new StageException(
          "'%s' is no place in the rejected topic: write partition:offset, such as 2:17"
              .formatted(place));
    }
    int partition = Integer.parseInt(matcher.group(1));
    long offset = Long.parseLong(matcher.group(2));
    RejectedEntries found = new RejectedEntries();
    try {
      TopicScan scan = scan();
      if (partition < scan.partitions()) {
        var _ = scan.from(partition, offset, found::addAll);
      }
    } catch (KafkaException e) {
      throw Failures.stage(config, "the rejected record cannot be read", e);
    }
    return found
        .entries()
        .filter(entry -> entry.partition() == partition && entry.offset() == offset)
        .findFirst();
  }

  /// Sends the selected entries back to the topics that they came from, with their own bytes.
  ///
  /// @throws StageException where not all could be sent; those that were are marked as replayed
  public Replay replay(Predicate<RejectedEntry> selection) {
    TopicScan scan = scan();
    Set<String> replayable = new HashSet<>();
    List<String> passedOver = new ArrayList<>();
    try (TransactionalProducer producer =
        new TransactionalProducer(clients, TRANSACTIONAL_ID, TransactionalProducer.Faults.NONE)) {
      producer.open();
      RejectedEntries all = new RejectedEntries();
      scan.all(records -> all.addAllWithoutPayload(records, selection));
      all.entries()
          .forEach(
              entry -> {
                Optional<String> obstacle = obstacle(entry);
                obstacle.ifPresent(passedOver::add);
                if (obstacle.isEmpty()) {
                  replayable.add(entry.place());
                }
              });
      scan.all(records -> sendBack(producer, records, replayable));
    } catch (KafkaException e) {
      throw Failures.stage(
          config, "the replay did not finish; what went back is no longer listed", e);
    }
    return new Replay(replayable.size(), passedOver);
  }

  private Optional<String> obstacle(RejectedEntry entry) {
    Optional<String> foreign =
        entry
            .rejection()
            .topic()
            .filter(topic -> Names.of(config).parse(topic).isEmpty())
            .map(topic -> entry.place() + " came from " + topic + ", which is none of our topics");
    return entry.notReplayable().or(() -> foreign);
  }

  private void sendBack(
      TransactionalProducer producer,
      Iterable<ConsumerRecord<byte[], byte[]>> records,
      Set<String> replayable) {
    List<ProducerRecord<byte[], byte[]>> output = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      String place = record.partition() + ":" + record.offset();
      if (replayable.contains(place)) {
        output.add(original(record));
        output.add(marker(record, place));
      }
    }
    if (!output.isEmpty()) {
      producer.commit(output);
    }
  }

  private static ProducerRecord<byte[], byte[]> original(ConsumerRecord<byte[], byte[]> record) {
    Headers headers = record.headers();
    return new ProducerRecord<>(
        EventHeaders.get(headers, RejectionHeaders.TOPIC),
        (int) RejectionHeaders.number(EventHeaders.get(headers, RejectionHeaders.PARTITION), 0),
        record.key(),
        record.value(),
        RejectionHeaders.original(headers));
  }

  private static ProducerRecord<byte[], byte[]> marker(
      ConsumerRecord<byte[], byte[]> record, String place) {
    Headers headers = new RecordHeaders();
    headers.add(RejectionHeaders.REPLAYED, place.getBytes(StandardCharsets.UTF_8));
    EventHeaders.put(headers, RejectionHeaders.AT, Instant.now().toString());
    return new ProducerRecord<>(record.topic(), record.partition(), record.key(), null, headers);
  }

  private TopicScan scan() {
    int partitions = new Topics(config).existing().getOrDefault(TopicName.REJECTED, 1);
    return new TopicScan(clients, TopicName.REJECTED, partitions);
  }
}
