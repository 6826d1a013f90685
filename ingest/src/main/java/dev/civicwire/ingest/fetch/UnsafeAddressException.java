package dev.civicwire.ingest.fetch;

import java.net.ConnectException;

/// The address that a name resolved to is one the crawler does not connect to.
final class UnsafeAddressException extends ConnectException {
  private static final long serialVersionUID = 1L;

  UnsafeAddressException(String message) {
    super(message);
  }
}
