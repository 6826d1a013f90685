package dev.civicwire.ingest.crawl;

import dev.civicwire.ingest.crawl.PageTable.PageHash;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// When which page is due, the earliest first: a binary heap in arrays, 24 bytes an entry. Times
/// count in milliseconds. For one thread at a time.
final class DueQueue {
  private static final int FIRST = 1 << 10;

  private long[] times = new long[FIRST];
  private long[] highs = new long[FIRST];
  private long[] lows = new long[FIRST];
  private int size;

  void add(Instant at, PageHash key) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      highs = Arrays.copyOf(highs, 2 * size);
      lows = Arrays.copyOf(lows, 2 * size);
    }
    int place = size++;
    long time = at.toEpochMilli();
    while (place > 0 && times[(place - 1) / 2] > time) {
      copy((place - 1) / 2, place);
      place = (place - 1) / 2;
    }
    set(place, time, key);
  }

  /// The page that is due first, if it is due at `now`, with its time; it is in the queue no more.
  Optional<Due> take(Instant now) {
    if (size == 0 || times[0] > now.toEpochMilli()) {
      return Optional.empty();
    }
    Due first = new Due(times[0], new PageHash(highs[0], lows[0]));
    size--;
    sink(times[size], new PageHash(highs[size], lows[size]));
    return Optional.of(first);
  }

  private void sink(long time, PageHash key) {
    int place = 0;
    while (2 * place + 1 < size) {
      int child = 2 * place + 1;
      if (child + 1 < size && times[child + 1] < times[child]) {
        child++;
      }
      if (times[child] >= time) {
        break;
      }
      copy(child, place);
      place = child;
    }
    set(place, time, key);
  }

  private void copy(int from, int to) {
    times[to] = times[from];
    highs[to] = highs[from];
    lows[to] = lows[from];
  }

  private void set(int place, long time, PageHash key) {
    times[place] = time;
    highs[place] = key.high();
    lows[place] = key.low();
  }

  /// @param millis since the epoch
  record Due(long millis, PageHash key) {}
}
