package dev.civicwire.ingest.fetch;

import java.util.Locale;

/// Why nothing usable came.
public enum FetchFailure {
  /// The host's name has no address.
  DNS,
  /// No connection.
  CONNECT,
  /// The address is one that is not crawled.
  UNSAFE_ADDRESS,
  /// No valid certificate, or no common cipher.
  TLS,
  /// No answer, or not all of it, in time.
  TIMEOUT,
  /// The answer breaks off or breaks the protocol.
  BROKEN_RESPONSE,
  /// 429 or 503: the server asks for patience.
  THROTTLED,
  /// 401, 402, 403, 407, 451: not for us.
  DENIED,
  /// Another 4xx.
  CLIENT_ERROR,
  /// 5xx.
  SERVER_ERROR,
  /// A redirect without a usable address.
  BAD_REDIRECT,
  /// Too many redirects, or a circle of them.
  REDIRECT_LOOP,
  /// Another status that makes no sense for what was asked, such as 304 without validators.
  UNEXPECTED_STATUS;

  /// Name in crawl state, reports and metrics: lower case with hyphens.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether it says something about the host rather than about the page.
  public boolean isOfHost() {
    return switch (this) {
      case DNS, CONNECT, TLS, TIMEOUT, THROTTLED -> true;
      case UNSAFE_ADDRESS,
          BROKEN_RESPONSE,
          DENIED,
          CLIENT_ERROR,
          SERVER_ERROR,
          BAD_REDIRECT,
          REDIRECT_LOOP,
          UNEXPECTED_STATUS ->
          false;
    };
  }

  /// Whether its server could not answer: of one page that says little, of many in a row it says
  /// that the host is in trouble.
  public boolean isOfServer() {
    return this == SERVER_ERROR || this == BROKEN_RESPONSE;
  }
}
