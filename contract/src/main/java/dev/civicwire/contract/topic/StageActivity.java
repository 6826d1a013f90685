package dev.civicwire.contract.topic;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// When a stage last did something, noted beside its offsets: nothing else tells. An idle stage
/// commits as well (past the marks that end transactions), and one that refuses or drops a record
/// writes none.
final class StageActivity {
  private static final String WORKED = "worked ";

  private StageActivity() {}

  /// The offsets of work done at `when`.
  static Map<TopicPartition, OffsetAndMetadata> noted(
      Map<TopicPartition, OffsetAndMetadata> offsets, Instant when) {
    Map<TopicPartition, OffsetAndMetadata> noted = new HashMap<>();
    offsets.forEach(
        (partition, offset) ->
            noted.put(
                partition,
                new OffsetAndMetadata(offset.offset(), offset.leaderEpoch(), WORKED + when)));
    return noted;
  }

  /// The newest note.
  static Optional<Instant> last(Collection<OffsetAndMetadata> offsets) {
    return offsets.stream()
        .filter(Objects::nonNull)
        .flatMap(offset -> time(offset.metadata()).stream())
        .max(Instant::compareTo);
  }

  /// Others may commit for a group too, with a note of theirs or none.
  private static Optional<Instant> time(String note) {
    try {
      return note.startsWith(WORKED)
          ? Optional.of(Instant.parse(note.substring(WORKED.length())))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
