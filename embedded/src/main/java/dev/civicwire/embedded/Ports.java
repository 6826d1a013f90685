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

  /// Refuses a wished port at which somebody answers; 0 wishes none.
  static void requireFree(String engine, int port) {
    if (port != 0 && answers(port)) {
      throw new EngineException(
          "The %s's port %d is taken by another process. Free it, or choose another port."
              .formatted(engine, port));
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }
}
