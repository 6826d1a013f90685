package dev.civicwire.contract.topic;

/// What the bytes of a record turned out to be.
sealed interface Decoded<T> {
  /// A good one.
  record Good<T>(T value) implements Decoded<T> {}

  /// No bytes: the record of this key is taken back.
  record Tombstone<T>() implements Decoded<T> {}

  /// Not to be read.
  ///
  /// @param reason `not-json`, `newer-schema` or `invalid`
  /// @param message one line that says what
  record Bad<T>(String reason, String message) implements Decoded<T> {}
}
