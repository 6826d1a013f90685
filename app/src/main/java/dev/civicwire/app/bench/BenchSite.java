package dev.civicwire.app.bench;

import dev.civicwire.contract.Json;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Many small sites behind one port, each an address of loopback (`127.0.x.y`):
/// `/robots.txt` (none), `/sitemap.xml` and `/` that lead to the pages, `/page-N`. It is as
/// spare as can be, and runs in a process of its own, so that what is measured is the
/// crawler.
///
/// Prints its port; answers each line of its input (the pause in ms of what comes next) with
/// what it has seen since the line before, as one JSON object; ends with its input.
public final class BenchSite {
  private static final byte[] PAGE =
      ("<html><head><title>Page</title></head><body><p>"
              + "A sentence of a page that is as long as such pages are. ".repeat(80)
              + "</p></body></html>")
          .getBytes(StandardCharsets.UTF_8);
  private static final int BACKLOG = 4096;
  private static final int END_OF_HEAD = 0x0d0a0d0a;

  private final int pages;
  private final ServerSocket server;
  private final Map<String, Long> last = new ConcurrentHashMap<>();
  private final Map<String, Long> longest = new ConcurrentHashMap<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger late = new AtomicInteger();
  private volatile long lastFirst;
  private volatile long pauseNanos = Long.MAX_VALUE;

  private BenchSite(int pages) throws IOException {
    this.pages = pages;
    // It listens on every address, since loopback has many; it serves this machine alone.
    this.server = new ServerSocket(0, BACKLOG, InetAddress.getByName("0.0.0.0"));
  }

  /// What was asked.
  ///
  /// @param hosts that were asked anything
  /// @param requests of any kind
  /// @param late requests that came more than two pauses after the one before to their host
  /// @param longestGapNanos longest time between two requests to one host
  /// @param lastFirstMillis when the last host got its first request, in ms since the epoch
  public record Seen(
      int hosts, int requests, int late, long longestGapNanos, long lastFirstMillis) {}

  /// `BenchSite PAGES`: so many of each site.
  public static void main(String[] args) throws IOException {
    BenchSite site = new BenchSite(Integer.parseInt(args[0]));
    Thread.ofPlatform().daemon().name("accept").start(site::accept);
    IO.println(site.server.getLocalPort());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      IO.println(Json.mapper().writeValueAsString(site.seen()));
      site.pauseNanos = Duration.ofMillis(Long.parseLong(line)).toNanos();
    }
  }

  private Seen seen() {
    long gap = longest.values().stream().mapToLong(Long::longValue).max().orElse(0);
    Seen seen = new Seen(last.size(), requests.getAndSet(0), late.getAndSet(0), gap, lastFirst);
    last.clear();
    longest.clear();
    return seen;
  }

  private void accept() {
    while (true) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream()) {
      if (!socket.getInetAddress().isLoopbackAddress()) {
        return;
      }
      socket.setTcpNoDelay(true);
      String host = socket.getLocalAddress().getHostAddress();
      for (String path = path(in); !path.isEmpty(); path = path(in)) {
        note(host);
        answer(host, path, out);
      }
    } catch (IOException gone) {
      // The crawler has closed its end.
    }
  }

  /// The path that the next request asks for; empty where there is none.
  private static String path(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int end = 0;
    boolean first = true;
    for (int b = in.read(); b >= 0; b = in.read()) {
      first &= b != '\r';
      if (first) {
        line.append((char) b);
      }
      end = end << Byte.SIZE | b;
      if (end == END_OF_HEAD) {
        return line.toString().split(" ")[1];
      }
    }
    return "";
  }

  private void note(String host) {
    long now = System.nanoTime();
    requests.incrementAndGet();
    Long before = last.put(host, now);
    if (before == null) {
      lastFirst = System.currentTimeMillis();
    } else {
      longest.merge(host, now - before, Math::max);
      if ((now - before) / 2 > pauseNanos) {
        late.incrementAndGet();
      }
    }
  }

  private void answer(String host, String path, OutputStream out) throws IOException {
    byte[] body =
        switch (path) {
          case "/robots.txt" -> new byte[0];
          case "/sitemap.xml" -> sitemap(host).getBytes(StandardCharsets.UTF_8);
          case "/" -> links().getBytes(StandardCharsets.UTF_8);
          default -> PAGE;
        };
    String head =
        "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(
                body.length == 0 ? "404 Not Found" : "200 OK",
                path.endsWith(".xml") ? "application/xml" : "text/html; charset=utf-8",
                body.length);
    byte[] answer = new byte[head.length() + body.length];
    System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, answer, 0, head.length());
    System.arraycopy(body, 0, answer, head.length(), body.length);
    out.write(answer);
  }

  private String sitemap(String host) {
    StringBuilder urls =
        new StringBuilder("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
    for (int i = 0; i < pages; i++) {
      urls.append(
          "<url><loc>http://%s:%d/page-%d</loc></url>".formatted(host, server.getLocalPort(), i));
    }
    return urls.append("</urlset>").toString();
  }

  private String links() {
    StringBuilder links = new StringBuilder("<html><head><title>Pages</title></head><body>");
    for (int i = 0; i < pages; i++) {
      links.append("<a href=\"/page-%d\">page %d</a> ".formatted(i, i));
    }
    return links.append("</body></html>").toString();
  }
}
