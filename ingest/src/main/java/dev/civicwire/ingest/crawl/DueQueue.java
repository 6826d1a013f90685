package dev.civicwire.ingest.crawl;

import dev.civicwire.ingest.crawl.PageTable.PageHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// When which page is due, the earliest first: a binary heap in arrays, 24 bytes an entry. Times
/// count in milliseconds. For one thread at a time.
final class DueQueue {
  private static final int CHUNK_BITS = 14;
  private static final int CHUNK = 1 << CHUNK_BITS;

  /// Time and both halves of the key.
  private static final int LONGS = 3;

  /// Of equal size, so that nothing is copied where it grows.
  private final List<long[]> chunks = new ArrayList<>();

  private int size;

  void add(Instant at, PageHash key) {
    if (size == chunks.size() * CHUNK) {
      chunks.add(new long[LONGS * CHUNK]);
    }
    int place = size++;
    long time = at.toEpochMilli();
    while (place > 0 && time((place - 1) / 2) > time) {
      copy((place - 1) / 2, place);
      place = (place - 1) / 2;
    }
    set(place, time, key);
  }

  /// The page that is due first, if it is due at `now`, with its time; it is in the queue no more.
  Optional<Due> take(Instant now) {
    if (size == 0 || time(0) > now.toEpochMilli()) {
      return Optional.empty();
    }
    Due first = new Due(time(0), key(0));
    size--;
    sink(time(size), key(size));
    return Optional.of(first);
  }

  private void sink(long time, PageHash key) {
    int place = 0;
    while (2 * place + 1 < size) {
      int child = 2 * place + 1;
      if (child + 1 < size && time(child + 1) < time(child)) {
        child++;
      }
      if (time(child) >= time) {
        break;
      }
      copy(child, place);
      place = child;
    }
    set(place, time, key);
  }

  private void copy(int from, int to) {
    System.arraycopy(chunk(from), at(from), chunk(to), at(to), LONGS);
  }

  private void set(int place, long time, PageHash key) {
    long[] chunk = chunk(place);
    int at = at(place);
    chunk[at] = time;
    chunk[at + 1] = key.high();
    chunk[at + 2] = key.low();
  }

  private long time(int place) {
    return chunk(place)[at(place)];
  }

  private PageHash key(int place) {
    long[] chunk = chunk(place);
    int at = at(place);
    return new PageHash(chunk[at + 1], chunk[at + 2]);
  }

  private long[] chunk(int place) {
    return chunks.get(place >>> CHUNK_BITS);
  }

  private static int at(int place) {
    return LONGS * (place & (CHUNK - 1));
  }

  /// @param millis since the epoch
  record Due(long millis, PageHash key) {}
}
