package dev.civicwire.contract;

/// A stage cannot go on: an engine is unreachable, a disk is full, a folder is not writable. The
/// message is one line that says what, where and what to do; users see it without a stack trace.
public class StageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StageException(String message) {
    super(message);
  }

  public StageException(String message, Throwable cause) {
    super(message, cause);
  }
}
