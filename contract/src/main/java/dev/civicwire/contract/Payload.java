package dev.civicwire.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes as they were, immutable. In JSON they are Base64.
public final class Payload {
  private final byte[] bytes;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Payload(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /// The bytes of `text` in UTF-8.
  public static Payload of(String text) {
    return new Payload(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A copy of the bytes.
  @JsonValue
  public byte[] toByteArray() {
    return bytes.clone();
  }

  /// How many bytes.
  public int size() {
    return bytes.length;
  }

  /// The bytes read as UTF-8; what is no UTF-8 becomes U+FFFD.
  public String utf8() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Payload payload && Arrays.equals(bytes, payload.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Payload[" + bytes.length + " bytes]";
  }
}
