package dev.civicwire.contract.topic;

import dev.civicwire.contract.CrawlShares;
import dev.civicwire.contract.StageException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The hosts as the crawls of one installation share them in Kafka: the parts are the partitions of
/// the crawl state, and the group `civicwire-crawl` assigns them. A crawl that gains a partition
/// opens its transactional id, which ends the writing of whoever had it before, and only then reads
/// its state, once no transaction of another crawl hides a part of that; from there on it follows
/// the partition for what other crawls tell it.
///
/// A crawl alone gets all partitions. For one thread, but for [#isCertain], [#held] and [#close],
/// which come after the last [#poll].
public final class KafkaCrawlShares implements CrawlShares, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaCrawlShares.class);
  private static final int MAX_RECORDS = 2_000;
  private static final Duration CLOSE = Duration.ofSeconds(4);

  private final ClientSettings clients;
  private final Watcher watcher;
  private final int count;
  private final String instance = CrawlMembers.newInstance();
  private final RetractedIds retracted;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Lease lease = new Lease();
  private final Map<Integer, KafkaCrawlPart> parts = new HashMap<>();
  private final Deque<TopicPartition> gained = new ArrayDeque<>();

  /// Parts that are written by nobody else any more, and not loaded yet.
  private final Map<TopicPartition, KafkaCrawlPart> opened = new LinkedHashMap<>();

  private final AtomicInteger held = new AtomicInteger();
  private int announced;
  private Optional<Holder> holder = Optional.empty();

  /// Joins the crawls of this installation. What a crawl alone ([KafkaCrawlLog]) had under
  /// way ends.
  ///
  /// @param watcher hears how many parts this process has, on the thread that polls
  /// @throws StageException where topics are missing or the broker does not answer
  public KafkaCrawlShares(KafkaConfig config, Watcher watcher) {
    this.watcher = watcher;
    this.clients = new ClientSettings(config);
    Map<TopicName, Integer> partitions = new Topics(config).existing();
    this.count = partitions.getOrDefault(TopicName.CRAWL_STATE, 1);
    new CrawlMembers(clients).takeOver(Set.of(KafkaCrawlLog.ALONE), instance);
    this.retracted = new RetractedIds(clients, partitions.getOrDefault(TopicName.REJECTED, 1));
    Names names = Names.of(config);
    this.consumer = clients.stickyConsumer(names.crawlGroup(), MAX_RECORDS);
    consumer.subscribe(List.of(names.topic(TopicName.CRAWL_STATE)), new Assignment());
  }

  @Override
  public int part(String host) {
    return Partitions.ofHost(host, count);
  }

  @Override
  public boolean isCertain() {
    return lease.isValid();
  }

  /// Who is told when that changes.
  public interface Watcher {
    /// This process has `held` of all `parts`, for the moment.
    void holds(int held, int parts);
  }

  /// How many parts this process has.
  public int held() {
    return held.get();
  }

  /// @throws StageException where Kafka refuses us, or a part's state cannot be read
  @Override
  public void poll(Duration patience, Holder told) {
    holder = Optional.of(told);
    try {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
        @Nullable KafkaCrawlPart part = parts.get(record.partition());
        if (part != null) {
          part.read(record, told);
        }
      }
      takeNext(told);
      renew();
      tell();
    } catch (KafkaException e) {
      throw Failures.stage(clients.config(), "the crawl cannot share the hosts", e);
    }
  }

  /// One part a turn, so that the others go on. A part that cannot be read yet lets the next one
  /// be opened: that may end the very transaction that is in its way.
  private void takeNext(Holder told) {
    @Nullable TopicPartition next = gained.poll();
    if (next != null) {
      open(next);
    }
    opened.entrySet().stream()
        .filter(part -> part.getValue().isReadable(readable(part.getKey())))
        .findFirst()
        .ifPresent(part -> load(part.getKey(), part.getValue(), told));
  }

  private void open(TopicPartition place) {
    if (place.partition() >= count) {
      throw new StageException(
          "the topics have more than the %d partitions that they had at the start: start again"
              .formatted(count));
    }
    opened.put(place, new KafkaCrawlPart(clients, place.partition(), count, instance, retracted));
  }

  /// The broker ends an open transaction by itself ([ClientSettings]), so this gets on.
  private long readable(TopicPartition place) {
    return consumer.endOffsets(List.of(place)).getOrDefault(place, 0L);
  }

  private void load(TopicPartition place, KafkaCrawlPart part, Holder told) {
    opened.remove(place);
    parts.put(place.partition(), part);
    held.set(parts.size());
    told.gained(place.partition(), part);
    consumer.seek(place, part.end());
    consumer.resume(List.of(place));
  }

  private void tell() {
    if (gained.isEmpty() && opened.isEmpty() && announced != parts.size()) {
      announced = parts.size();
      watcher.holds(announced, count);
    }
  }

  /// The group's coordinator takes offsets from members only: an answer shows that we are one.
  private void renew() {
    long asked = System.nanoTime();
    if (parts.isEmpty() || !lease.isWorthRenewing(asked)) {
      return;
    }
    Map<TopicPartition, OffsetAndMetadata> positions =
        consumer.assignment().stream()
            .filter(place -> parts.containsKey(place.partition()))
            .collect(
                Collectors.toMap(
                    place -> place, place -> new OffsetAndMetadata(consumer.position(place))));
    lease.asked(asked);
    consumer.commitAsync(
        positions,
        (offsets, failure) -> {
          if (failure == null) {
            lease.renewed(asked);
          } else if (!lease.isValid()) {
            LOG.warn(
                "no host is asked until Kafka says again which are ours: {}", failure.toString());
          }
        });
  }

  /// Gives everything up at once, for the others to take. To be called when all is committed.
  @Override
  public void close() {
    opened.values().forEach(KafkaCrawlPart::close);
    opened.clear();
    parts.values().forEach(KafkaCrawlPart::close);
    parts.clear();
    held.set(0);
    holder = Optional.empty();
    Failures.undisturbed(() -> consumer.close(CloseOptions.timeout(CLOSE)));
    retracted.close();
  }

  /// Called inside `poll` only.
  private final class Assignment implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      consumer.pause(partitions);
      gained.addAll(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      giveUp(partitions, Holder::losing);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      lease.end();
      giveUp(partitions, Holder::lost);
    }

    private void giveUp(Collection<TopicPartition> partitions, Leaving how) {
      gained.removeAll(partitions);
      for (TopicPartition place : partitions) {
        @Nullable KafkaCrawlPart untold = opened.remove(place);
        if (untold != null) {
          untold.close();
        }
        @Nullable KafkaCrawlPart part = parts.remove(place.partition());
        if (part != null) {
          try (part) {
            holder.ifPresent(told -> how.leave(told, place.partition()));
          }
        }
      }
      held.set(parts.size());
    }
  }

  private interface Leaving {
    void leave(Holder holder, int part);
  }
}
