package dev.civicwire.ingest.source;

/// A source's page gives no links: it is not what its kind says, or asks not to be followed. The
/// message is one line: what, where, what to do.
public final class UnreadableSourceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public UnreadableSourceException(String message) {
    super(message);
    this.reason = "unreadable";
  }

  public UnreadableSourceException(String message, Throwable cause) {
    super(message, cause);
    this.reason = "unreadable";
  }

  private UnreadableSourceException(String message, String reason) {
    super(message);
    this.reason = reason;
  }

  /// Of a page that asks not to be followed, in its head or by a header.
  ///
  /// @param url of the page
  public static UnreadableSourceException nofollow(String url) {
    return new UnreadableSourceException(url + " asks not to be followed", "nofollow");
  }

  /// The word for it in events and states.
  public String reason() {
    return reason;
  }
}
