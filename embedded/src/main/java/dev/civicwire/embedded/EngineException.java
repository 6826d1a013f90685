package dev.civicwire.embedded;

/// An engine that cannot start or run: the message says what failed, where, and what to do.
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EngineException(String message) {
    super(message);
  }

  EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
