package dev.civicwire.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// Ports of the loopback address.
final class Ports {
  private static final int CONNECT_MILLIS = 2000;

  private Ports() {}

  /// A port that was free a moment ago: who uses it must be ready to ask again.
  static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException noSockets) {
      throw new UncheckedIOException(noSockets);
    }
  }

  /// True when somebody answers at the port.
  static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }
}
