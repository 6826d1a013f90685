package dev.civicwire.contract.topic;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.StageException;
import dev.civicwire.contract.TaggedArticle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.InterruptException;

/// The work on one batch: decoding, the function, encoding, all on the pool, results in order.
final class TransformBatch implements AutoCloseable {
  private static final String STAGE = "enrich";
  private static final int LOOK_MS = 100;

  private final Envelope envelope;
  private final TransformSettings settings;
  private final Function<Article, TaggedArticle> function;
  private final StageRun run;
  private ExecutorService pool;

  TransformBatch(
      Envelope envelope,
      TransformSettings settings,
      Function<Article, TaggedArticle> function,
      StageRun run) {
    this.envelope = envelope;
    this.settings = settings;
    this.function = function;
    this.run = run;
    this.pool = newPool();
  }

  /// What comes of each record; empty where a stop came first.
  Optional<List<Envelope.Sealed>> transform(ConsumerRecords<byte[], byte[]> input) {
    List<Work> works = new ArrayList<>(input.count());
    for (ConsumerRecord<byte[], byte[]> record : input) {
      works.add(new Work(record, pool.submit(() -> transform(record))));
    }
    List<Envelope.Sealed> results = new ArrayList<>(works.size());
    for (int i = 0; i < works.size(); i++) {
      Optional<Envelope.Sealed> result = await(works, i);
      if (result.isEmpty()) {
        works.forEach(work -> work.result().cancel(true));
        return Optional.empty();
      }
      results.add(result.get());
    }
    return Optional.of(results);
  }

  private Envelope.Sealed transform(ConsumerRecord<byte[], byte[]> record) {
    return switch (Codec.ARTICLE.decode(record.key(), record.value())) {
      case Decoded.Good<Article>(Article article) ->
          envelope.tagged(record, function.apply(article));
      case Decoded.Tombstone<Article>() -> envelope.tombstone(record);
      case Decoded.Bad<Article>(String reason, String message) ->
          envelope.rejected(record, STAGE, reason, message);
    };
  }

  private Optional<Envelope.Sealed> await(List<Work> works, int i) {
    Instant end = Instant.now().plus(settings.recordTimeout());
    while (!run.overdue()) {
      Work work = works.get(i);
      try {
        return Optional.of(work.result().get(LOOK_MS, TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        if (Instant.now().isAfter(end)) {
          giveUp(works, i);
          return Optional.of(tooSlow(work.record()));
        }
      } catch (ExecutionException e) {
        return Optional.of(failed(work.record(), e));
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
    return Optional.empty();
  }

  /// A function that does not heed its interrupt keeps its thread for ever, so the pool is left to
  /// it and the records behind it go to a new one.
  private void giveUp(List<Work> works, int stuck) {
    pool.shutdownNow();
    pool = newPool();
    for (int i = stuck + 1; i < works.size(); i++) {
      Work work = works.get(i);
      if (work.result().state() != Future.State.SUCCESS) {
        works.set(i, new Work(work.record(), pool.submit(() -> transform(work.record()))));
      }
    }
  }

  private Envelope.Sealed tooSlow(ConsumerRecord<byte[], byte[]> record) {
    return envelope.rejected(
        record,
        STAGE,
        Reasons.ENRICH_FAILED,
        "tagging took longer than %d s".formatted(settings.recordTimeout().toSeconds()));
  }

  private Envelope.Sealed failed(ConsumerRecord<byte[], byte[]> record, ExecutionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    if (cause instanceof Error && !(cause instanceof StackOverflowError)) {
      throw new StageException(
          "tagging of %s %d:%d ended with %s: give the process more memory or mend its installation"
              .formatted(record.topic(), record.partition(), record.offset(), Failures.line(cause)),
          cause);
    }
    return envelope.rejected(
        record, STAGE, Reasons.ENRICH_FAILED, "tagging failed with " + Failures.line(cause));
  }

  private ExecutorService newPool() {
    return Executors.newFixedThreadPool(
        settings.threads(), Thread.ofPlatform().name("enrich-", 0).daemon().factory());
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }

  private record Work(ConsumerRecord<byte[], byte[]> record, Future<Envelope.Sealed> result) {}
}
