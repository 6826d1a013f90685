package dev.civicwire.ingest.document;

/// A document cannot be read; the message says why in a few words.
public final class UnreadableDocumentException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableDocumentException(String reason) {
    super(reason);
  }

  UnreadableDocumentException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
