package dev.civicwire.app.soak;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Sites on several of loopback's addresses, so on several hosts, each with a sitemap of small
/// articles, and a log of who asked each of them for what and when.
final class HostFarm implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofMillis(10);
  private static final int FIRST = 11;

  /// One request as the server saw it.
  ///
  /// @param agent the crawl's product token
  /// @param start in milliseconds since the epoch
  /// @param end in milliseconds since the epoch
  record Request(String host, String agent, String path, long start, long end) {}

  private final Map<String, HttpServer> servers = new TreeMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Request> log = new CopyOnWriteArrayList<>();
  private final int pages;

  private HostFarm(int pages) {
    this.pages = pages;
  }

  static HostFarm start(int hosts, int pages) {
    HostFarm farm = new HostFarm(pages);
    IntStream.range(0, hosts).forEach(n -> farm.open("127.0.0." + (FIRST + n)));
    return farm;
  }

  private void open(String host) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), 0), 64);
      server.setExecutor(threads);
      server.createContext("/", exchange -> answer(host, exchange));
      server.start();
      servers.put(host, server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String base(String host) {
    return "http://%s:%d".formatted(host, port(host));
  }

  private int port(String host) {
    HttpServer server = servers.get(host);
    return server == null ? 0 : server.getAddress().getPort();
  }

  /// How many articles there are.
  int articles() {
    return servers.size() * pages;
  }

  /// Writes a file with one source a host, and one whose links are on all hosts.
  Path writeSources(Path folder) {
    String yaml =
        servers.keySet().stream()
            .map(
                host ->
                    "  - {name: s%s, kind: sitemap, url: \"%s/sitemap.xml\", every: 1h}\n"
                        .formatted(host.replace('.', '-'), base(host)))
            .collect(Collectors.joining("", "sources:\n", ""));
    String first = servers.keySet().iterator().next();
    String aggregator =
        "  - {name: all, kind: listing, url: \"%s/list\", link: \"a\", every: 1h}\n"
            .formatted(base(first));
    try {
      return Files.writeString(folder.resolve("sources.yaml"), yaml + aggregator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All requests so far, by host and in their order.
  Map<String, List<Request>> log() {
    return log.stream()
        .sorted(java.util.Comparator.comparingLong(Request::start))
        .collect(
            Collectors.groupingBy(
                Request::host, TreeMap::new, Collectors.toCollection(ArrayList::new)));
  }

  /// Requests for articles after the moment at which their page was committed.
  ///
  /// @param committed that moment, by host and path
  List<String> askedAfter(Map<String, Long> committed) {
    return log.stream()
        .filter(r -> r.path().startsWith("/article/"))
        .filter(r -> r.start() > committed.getOrDefault(r.host() + r.path(), Long.MAX_VALUE))
        .map(Request::toString)
        .toList();
  }

  /// Requests of one crawl so far.
  int asked(String agent) {
    return (int) log.stream().filter(r -> r.agent().equals(agent)).count();
  }

  /// Hosts that a crawl has asked after `since`.
  long hostsOf(String agent, long since) {
    return log.stream()
        .filter(r -> r.agent().equals(agent) && r.start() > since)
        .map(Request::host)
        .distinct()
        .count();
  }

  private void answer(String host, HttpExchange exchange) throws IOException {
    long start = System.currentTimeMillis();
    String path = exchange.getRequestURI().getPath();
    String agent =
        String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent")).split("/", 2)[0];
    try (exchange) {
      LockSupport.parkNanos(ANSWER.toNanos());
      if (path.equals("/sitemap.xml")) {
        send(exchange, "application/xml", sitemap(host));
      } else if (path.equals("/list")) {
        send(exchange, "text/html", list());
      } else if (path.startsWith("/article/")) {
        send(exchange, "text/html; charset=utf-8", page(host, path));
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    } finally {
      log.add(new Request(host, agent, path, start, System.currentTimeMillis()));
    }
  }

  private String sitemap(String host) {
    return IntStream.range(1, pages)
        .mapToObj(n -> "<url><loc>%s/article/%d</loc></url>\n".formatted(base(host), n))
        .collect(
            Collectors.joining(
                "",
                "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
                "</urlset>\n"));
  }

  /// The first article of every host, which is in no sitemap.
  private String list() {
    return servers.keySet().stream()
        .map(host -> "<p><a href=\"%s/article/0\">%s</a></p>\n".formatted(base(host), host))
        .collect(Collectors.joining("", "<html><body>\n", "</body></html>\n"));
  }

  private String page(String host, String path) {
    String title = "Report %s of %s".formatted(path.substring(path.lastIndexOf('/') + 1), host);
    String text =
        "The council of %s has published report %s on its digital service, and says what is next."
            .formatted(host, path.toUpperCase(Locale.ROOT));
    return """
    <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
    <meta property="og:type" content="article"><meta property="og:title" content="%1$s">
    <link rel="canonical" href="%2$s"></head><body><main><article><h1>%1$s</h1>
    <p>%3$s</p><p>%3$s</p><p>%3$s</p></article></main></body></html>
    """
        .formatted(title, base(host) + path, text);
  }

  private static void send(HttpExchange exchange, String type, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    servers.values().forEach(server -> server.stop(0));
    threads.shutdownNow();
  }
}
