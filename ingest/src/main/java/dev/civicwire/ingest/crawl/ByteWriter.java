package dev.civicwire.ingest.crawl;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Numbers and texts as bytes, one after the other: numbers seven bits a byte, the lowest first,
/// texts as UTF-8 behind their length. For one thread at a time.
final class ByteWriter {
  private static final int SHORT = 0x7f;
  private static final int MORE = 0x80;
  private static final int BITS = 7;
  private static final int FIRST = 512;

  private byte[] buffer = new byte[FIRST];
  private int size;

  void clear() {
    size = 0;
  }

  /// What was written since the last [#clear] is its first [#size] bytes; until the next write.
  byte[] array() {
    return buffer;
  }

  int size() {
    return size;
  }

  void number(long number) {
    ensure(Long.BYTES + 2);
    long left = number;
    while ((left & ~SHORT) != 0) {
      buffer[size++] = (byte) ((left & SHORT) | MORE);
      left >>>= BITS;
    }
    buffer[size++] = (byte) left;
  }

  void text(String text) {
    sized(text.getBytes(StandardCharsets.UTF_8));
  }

  void sized(byte[] bytes) {
    number(bytes.length);
    ensure(bytes.length);
    System.arraycopy(bytes, 0, buffer, size, bytes.length);
    size += bytes.length;
  }

  private void ensure(int more) {
    if (buffer.length - size < more) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + more));
    }
  }

  static long number(ByteBuffer in) {
    long number = 0;
    int shift = 0;
    byte next = in.get();
    while ((next & MORE) != 0) {
      number |= (long) (next & SHORT) << shift;
      shift += BITS;
      next = in.get();
    }
    return number | ((long) next << shift);
  }

  static String text(ByteBuffer in) {
    return new String(sized(in), StandardCharsets.UTF_8);
  }

  static byte[] sized(ByteBuffer in) {
    byte[] bytes = new byte[(int) number(in)];
    in.get(bytes);
    return bytes;
  }
}
