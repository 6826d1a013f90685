package dev.civicwire.ingest.fetch;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// A server on loopback that speaks HTTP/2, as little of it as one answer needs, to whoever agrees
/// to it (RFC 9113, RFC 7301).
final class TlsServer implements AutoCloseable {
  private static final int PREFACE = 24;
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int ACK = 1;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;

  /// `:status 200` in the static table of HPACK.
  private static final byte[] STATUS_200 = {(byte) 0x88};

  private final SSLServerSocket server;
  private final byte[] body;
  private final List<String> protocols = new CopyOnWriteArrayList<>();

  /// @param keys PKCS #12 file with the server's key
  TlsServer(Path keys, String password, String body) {
    this.body = body.getBytes(StandardCharsets.UTF_8);
    try {
      server =
          (SSLServerSocket)
              context(keys, password)
                  .getServerSocketFactory()
                  .createServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    SSLParameters parameters = server.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    server.setSSLParameters(parameters);
    Thread.ofVirtual().start(this::serve);
  }

  private static SSLContext context(Path keys, String password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, password.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, password.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  String url(String host) {
    return "https://%s:%d/".formatted(host, server.getLocalPort());
  }

  /// What was agreed on with those who asked.
  List<String> protocols() {
    return List.copyOf(protocols);
  }

  private void serve() {
    while (!server.isClosed()) {
      try (SSLSocket socket = (SSLSocket) server.accept()) {
        socket.startHandshake();
        answer(socket);
      } catch (IOException expected) {
        // A client that does not trust us hangs up; so does one that has its answer.
      }
    }
  }

  private void answer(SSLSocket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    in.readNBytes(PREFACE);
    write(out, SETTINGS, 0, 0, new byte[0]);
    while (true) {
      int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      int stream = in.readInt();
      in.readNBytes(length);
      if (type == SETTINGS && flags != ACK) {
        write(out, SETTINGS, ACK, 0, new byte[0]);
      } else if (type == HEADERS) {
        protocols.add(socket.getApplicationProtocol());
        write(out, HEADERS, END_HEADERS, stream, STATUS_200);
        write(out, DATA, END_STREAM, stream, body);
      }
    }
  }

  private static void write(DataOutputStream out, int type, int flags, int stream, byte[] payload)
      throws IOException {
    out.writeShort(payload.length >> 8);
    out.writeByte(payload.length);
    out.writeByte(type);
    out.writeByte(flags);
    out.writeInt(stream);
    out.write(payload);
    out.flush();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
