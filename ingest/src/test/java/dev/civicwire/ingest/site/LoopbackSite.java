package dev.civicwire.ingest.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A web server on loopback whose routes a test sets, and which remembers what it was asked.
public final class LoopbackSite implements AutoCloseable {
  static {
    // Or else every answer waits 40 ms for the acknowledgement of its head.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Route> routes = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /// Answers one request.
  @FunctionalInterface
  public interface Route {
    void answer(HttpExchange exchange) throws IOException;
  }

  /// A request that came.
  public record Asked(String path, Map<String, List<String>> headers, long nanos) {
    public Optional<String> header(String name) {
      return headers.entrySet().stream()
          .filter(e -> e.getKey().equalsIgnoreCase(name))
          .map(e -> e.getValue().getFirst())
          .findFirst();
    }
  }

  public LoopbackSite() {
    this("127.0.0.1");
  }

  /// @param address such as 127.0.0.2, for a site on another host
  public LoopbackSite(String address) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    asked.add(new Asked(path, Map.copyOf(exchange.getRequestHeaders()), System.nanoTime()));
    @Nullable Route route = routes.get(path);
    try (exchange) {
      if (route == null) {
        send(exchange, 404, "text/html", "<p>not found</p>");
      } else {
        route.answer(exchange);
      }
    }
  }

  public LoopbackSite on(String path, Route route) {
    routes.put(path, route);
    return this;
  }

  public LoopbackSite html(String path, String body) {
    return on(path, e -> send(e, 200, "text/html; charset=utf-8", body));
  }

  public LoopbackSite xml(String path, String body) {
    return on(path, e -> send(e, 200, "application/xml", body));
  }

  public LoopbackSite text(String path, String body) {
    return on(path, e -> send(e, 200, "text/plain", body));
  }

  public LoopbackSite status(String path, int status, String... headers) {
    return on(
        path,
        e -> {
          for (int i = 0; i < headers.length; i += 2) {
            e.getResponseHeaders().set(headers[i], headers[i + 1]);
          }
          send(e, status, "text/html", "");
        });
  }

  public LoopbackSite redirect(String path, int status, String location) {
    return status(path, status, "Location", location);
  }

  /// A page with a title and enough words to be an article.
  public LoopbackSite article(String path, String title) {
    return html(path, articleHtml(title, ""));
  }

  public static String articleHtml(String title, String head) {
    return "<!doctype html><html><head><title>%s</title>%s</head><body><article><h1>%s</h1><p>%s</p></article></body></html>"
        .formatted(
            title,
            head,
            title,
            (title + " is what this page is about, at some length. ").repeat(8));
  }

  public static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  public String url(String path) {
    return "http://%s:%d%s"
        .formatted(
            server.getAddress().getAddress().getHostAddress(), server.getAddress().getPort(), path);
  }

  /// An RSS feed of links to `paths`.
  public String rss(String... paths) {
    StringBuilder items = new StringBuilder();
    for (String path : paths) {
      items.append(
          "<item><title>About %s</title><link>%s</link></item>".formatted(path, url(path)));
    }
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>t</title><link>"
        + url("/")
        + "</link><description>d</description>"
        + items
        + "</channel></rss>";
  }

  /// A sitemap of links to `paths`.
  public String sitemap(String... paths) {
    StringBuilder urls = new StringBuilder();
    for (String path : paths) {
      urls.append("<url><loc>%s</loc></url>".formatted(url(path)));
    }
    return "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
        + urls
        + "</urlset>";
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public List<String> paths() {
    return asked.stream().map(Asked::path).toList();
  }

  public long count(String path) {
    return asked.stream().filter(a -> a.path().equals(path)).count();
  }

  public void forget() {
    asked.clear();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
