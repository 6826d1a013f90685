package dev.civicwire.contract.topic;

import dev.civicwire.contract.StageException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How long a stage goes on trying, and what it says meanwhile: a line every few seconds.
final class Patience {
  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
  private static final Duration FENCING_WINDOW = Duration.ofMinutes(1);

  /// A slow broker may fence a producer once; another process with our id does it again and again.
  private static final int MOST_FENCINGS = 4;

  private final KafkaConfig config;
  private final String stage;
  private final Duration limit;
  private final Deque<Instant> fencings = new ArrayDeque<>();
  private Optional<Instant> since = Optional.empty();
  private Instant nextLine = Instant.MIN;

  Patience(KafkaConfig config, String stage, Duration limit) {
    this.config = config;
    this.stage = stage;
    this.limit = limit;
  }

  void succeeded() {
    since = Optional.empty();
  }

  /// @throws StageException where another try cannot help or has been made for too long
  void failed(RuntimeException failure) {
    Instant now = Instant.now();
    if (Failures.isHopeless(failure)) {
      throw Failures.stage(config, stage + " has no access", failure);
    }
    if (Failures.isFenced(failure)) {
      countFencing(now);
    }
    Instant first = since.orElse(now);
    since = Optional.of(first);
    if (now.isAfter(first.plus(limit))) {
      throw Failures.stage(
          config, "%s tried for %d s in vain".formatted(stage, limit.toSeconds()), failure);
    }
    if (!now.isBefore(nextLine)) {
      LOG.warn("{} takes its batch back and tries again: {}", stage, Failures.line(failure));
      nextLine = now.plus(BETWEEN_LINES);
    }
  }

  private void countFencing(Instant now) {
    fencings.addLast(now);
    while (fencings.getFirst().isBefore(now.minus(FENCING_WINDOW))) {
      fencings.removeFirst();
    }
    if (fencings.size() > MOST_FENCINGS) {
      throw new StageException(
          stage
              + " is fenced again and again: another process runs under the same name. Give each its"
              + " own, or stop one");
    }
  }
}
