package dev.civicwire.ingest.crawl;

import dev.civicwire.ingest.crawl.PageTable.PageHash;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Keys with some bytes each, in few large arrays: millions of objects of their own would cost
/// more than they hold, and keep the garbage collector busy. A place is counted in words of 8
/// bytes. For one thread at a time.
final class Slabs {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  /// Words of a slab: 1 MiB.
  private static final int SLAB_BITS = 17;

  private static final int SLAB = 1 << SLAB_BITS;

  /// Lengths and key.
  private static final int HEAD = 3;

  private static final int LENGTH_BITS = 32;

  /// A slab of which so much is lost is cleared out as soon as so much of all is.
  private static final int LOST_SHARE = 4;

  private final List<byte[]> slabs = new ArrayList<>();

  /// Words of each slab that hold what was dropped.
  private final List<Integer> lost = new ArrayList<>();

  private final List<Integer> free = new ArrayList<>();
  private int current = -1;
  private int used = SLAB;
  private long allLost;

  /// Hears of what was moved.
  @FunctionalInterface
  interface Moves {
    void moved(PageHash key, int place);
  }

  /// Adds the first `length` of `bytes` under a key.
  ///
  /// @return its place
  /// @throws IllegalArgumentException where it is longer than a slab
  int add(PageHash key, byte[] bytes, int length) {
    int words = words(length);
    if (words > SLAB) {
      throw new IllegalArgumentException("%d bytes are more than a slab".formatted(length));
    }
    if (used + words > SLAB) {
      begin();
    }
    int place = (current << SLAB_BITS) + used;
    used += words;
    byte[] slab = slabs.get(current);
    WORD.set(slab, offset(place) + Long.BYTES, key.high());
    WORD.set(slab, offset(place) + 2 * Long.BYTES, key.low());
    write(place, words, bytes, length);
    return place;
  }

  private void begin() {
    if (current >= 0) {
      // The rest of the slab is nobody's.
      addLost(current, SLAB - used);
      if (used < SLAB) {
        WORD.set(slabs.get(current), used * Long.BYTES, (long) (SLAB - used) << LENGTH_BITS);
      }
    }
    if (free.isEmpty()) {
      slabs.add(new byte[SLAB * Long.BYTES]);
      lost.add(0);
      current = slabs.size() - 1;
    } else {
      current = free.removeLast();
    }
    used = 0;
  }

  private void write(int place, int words, byte[] bytes, int length) {
    byte[] slab = slabs.get(place >>> SLAB_BITS);
    WORD.set(slab, offset(place), (long) words << LENGTH_BITS | length);
    System.arraycopy(bytes, 0, slab, offset(place) + HEAD * Long.BYTES, length);
  }

  /// Writes other bytes in the place of those there.
  ///
  /// @return false, with nothing done, where they need more room
  boolean replace(int place, byte[] bytes, int length) {
    int words = (int) (head(place) >>> LENGTH_BITS);
    if (words(length) > words) {
      return false;
    }
    write(place, words, bytes, length);
    return true;
  }

  /// Gives up what is at a place.
  void drop(int place) {
    byte[] slab = slabs.get(place >>> SLAB_BITS);
    long words = head(place) >>> LENGTH_BITS;
    // Without a length there is nothing there.
    WORD.set(slab, offset(place), words << LENGTH_BITS);
    addLost(place >>> SLAB_BITS, (int) words);
  }

  private void addLost(int slab, int words) {
    lost.set(slab, lost.get(slab) + words);
    allLost += words;
  }

  /// Clears out slabs until little is lost; every entry there is told its new place.
  void clean(Moves moves) {
    while (allLost * LOST_SHARE > (long) (slabs.size() - free.size()) * SLAB) {
      int worst = -1;
      for (int i = 0; i < slabs.size(); i++) {
        if (i != current && (worst < 0 || lost.get(i) > lost.get(worst))) {
          worst = i;
        }
      }
      if (worst < 0 || lost.get(worst) == 0) {
        return;
      }
      clear(worst, moves);
    }
  }

  private void clear(int slab, Moves moves) {
    int start = slab << SLAB_BITS;
    for (int at = start; at < start + SLAB; ) {
      int words = (int) (head(at) >>> LENGTH_BITS);
      if ((int) head(at) > 0) {
        PageHash key = key(at);
        byte[] bytes = new byte[(int) head(at)];
        bytes(at).get(bytes);
        moves.moved(key, add(key, bytes, bytes.length));
      }
      at += words;
    }
    allLost -= lost.get(slab);
    lost.set(slab, 0);
    free.add(slab);
  }

  PageHash key(int place) {
    byte[] slab = slabs.get(place >>> SLAB_BITS);
    return new PageHash(
        (long) WORD.get(slab, offset(place) + Long.BYTES),
        (long) WORD.get(slab, offset(place) + 2 * Long.BYTES));
  }

  boolean isOf(PageHash key, int place) {
    byte[] slab = slabs.get(place >>> SLAB_BITS);
    return (long) WORD.get(slab, offset(place) + 2 * Long.BYTES) == key.low()
        && (long) WORD.get(slab, offset(place) + Long.BYTES) == key.high();
  }

  /// What is at a place: to be read before anything is changed.
  ByteBuffer bytes(int place) {
    return ByteBuffer.wrap(
        slabs.get(place >>> SLAB_BITS), offset(place) + HEAD * Long.BYTES, (int) head(place));
  }

  private long head(int place) {
    return (long) WORD.get(slabs.get(place >>> SLAB_BITS), offset(place));
  }

  private static int offset(int place) {
    return (place & (SLAB - 1)) * Long.BYTES;
  }

  private static int words(int length) {
    return HEAD + (length + Long.BYTES - 1) / Long.BYTES;
  }
}
