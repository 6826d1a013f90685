package dev.civicwire.contract.topic;

import dev.civicwire.contract.StageException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.jspecify.annotations.Nullable;

/// What Kafka's exceptions mean to us.
final class Failures {
  private Failures() {}

  /// One line on a failure.
  static String line(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && isWrapper(cause)) {
      cause = cause.getCause();
    }
    String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return (cause.getClass().getSimpleName() + message).replaceAll("\\s+", " ");
  }

  private static boolean isWrapper(Throwable failure) {
    return failure.getClass() == KafkaException.class || failure instanceof ExecutionException;
  }

  /// True where another try cannot help: wrong password, missing right, wrong setting.
  static boolean isHopeless(Throwable failure) {
    return has(failure, AuthenticationException.class)
        || has(failure, AuthorizationException.class)
        || has(failure, UnsupportedVersionException.class)
        || has(failure, ConfigException.class);
  }

  /// True where the same may be done again once the broker is back.
  static boolean isPassing(Throwable failure) {
    return has(failure, RetriableException.class)
        || has(failure, TransactionAbortableException.class);
  }

  /// True where the broker knows a newer producer of the same transactional id.
  static boolean isFenced(Throwable failure) {
    return has(failure, ProducerFencedException.class)
        || has(failure, InvalidProducerEpochException.class);
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  /// The answer of an admin request.
  ///
  /// @throws KafkaException where the request failed
  static <T> T await(@Nullable KafkaFuture<T> answer) {
    try {
      return Objects.requireNonNull(answer, "an answer for everything asked").get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException k ? k : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /// Closes a client although the thread may be interrupted: a client that is interrupted while it
  /// closes does not take its leave, and the broker waits for it in vain.
  static void undisturbed(Runnable closing) {
    boolean interrupted = Thread.interrupted();
    try {
      closing.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  static StageException interrupted(Exception cause) {
    Thread.currentThread().interrupt();
    return new StageException("interrupted while waiting for Kafka", cause);
  }

  /// The same failure as a user reads it.
  static StageException stage(KafkaConfig config, String what, Throwable failure) {
    return new StageException(
        "%s: Kafka at %s answers %s".formatted(what, config.bootstrapServers(), line(failure)),
        failure);
  }
}
