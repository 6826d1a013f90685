package dev.civicwire.ingest.document;

import java.time.Duration;

/// How much of a document is read: more than any job pack or board paper has, less than a bomb.
final class Limits {
  /// Size of the file, and of what is unpacked from it, in bytes.
  static final int MAX_BYTES = 64 << 20;

  static final long MAX_UNPACKED = 128L << 20;

  static final int MAX_PAGES = 600;

  /// Characters of text in all pages together.
  static final int MAX_CHARS = 4_000_000;

  /// Time for one document, by the clock.
  static final Duration MAX_TIME = Duration.ofSeconds(20);

  /// Documents that are read at once in this process.
  static final int MAX_READERS = 8;

  private Limits() {}
}
