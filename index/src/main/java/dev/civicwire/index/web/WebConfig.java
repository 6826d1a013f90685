package dev.civicwire.index.web;

/// Where the page is served.
///
/// @param host address to listen on; anything but loopback opens the page to the network, without a
///     sign-in
/// @param port 0 for any free one
public record WebConfig(String host, int port) {
  /// For this machine alone.
  public static WebConfig loopback(int port) {
    return new WebConfig("127.0.0.1", port);
  }
}
