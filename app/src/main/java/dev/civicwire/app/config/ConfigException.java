package dev.civicwire.app.config;

/// The configuration is wrong; the message says which key, where, and what was probably meant.
/// Commands end with exit code 78 (`EX_CONFIG` of sysexits.h).
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigException(String message) {
    super(message);
  }

  public ConfigException(String message, Throwable cause) {
    super(message, cause);
  }
}
