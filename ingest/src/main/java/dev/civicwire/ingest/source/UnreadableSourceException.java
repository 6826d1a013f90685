package dev.civicwire.ingest.source;

/// A source's page is not what its kind says. The message is one line: what, where, what to do.
public final class UnreadableSourceException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnreadableSourceException(String message) {
    super(message);
  }

  public UnreadableSourceException(String message, Throwable cause) {
    super(message, cause);
  }
}
