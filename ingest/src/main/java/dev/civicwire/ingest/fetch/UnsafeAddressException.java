package dev.civicwire.ingest.fetch;

import java.io.IOException;

/// The address that a name resolved to is one the crawler does not connect to. It is no
/// `ConnectException`, which the HTTP client would wrap.
final class UnsafeAddressException extends IOException {
  private static final long serialVersionUID = 1L;

  UnsafeAddressException(String message) {
    super(message);
  }
}
