package dev.civicwire.app.soak;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.civicwire.app.bench.ArticleGenerator;
import dev.civicwire.contract.Article;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A site of generated articles on loopback, found by a sitemap. Up to a number of released
/// pages it answers at once, beyond them hardly ever: whoever crawls it is not done before
/// the test wants it, and never waits so long that it gives a page up.
final class ArticleSite implements AutoCloseable {
  private static final Duration LONGEST_HOLD = Duration.ofSeconds(8);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ArticleGenerator generator = new ArticleGenerator(1);
  private final int articles;
  private final AtomicInteger served = new AtomicInteger();
  private int released;

  private ArticleSite(HttpServer server, int articles) {
    this.server = server;
    this.articles = articles;
    this.released = articles;
  }

  static ArticleSite start(int articles) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 64);
      ArticleSite site = new ArticleSite(server, articles);
      server.setExecutor(site.threads);
      server.createContext("/", site::answer);
      server.start();
      return site;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// That many more pages come at once.
  synchronized void release(int pages) {
    released = served.get() + pages;
    notifyAll();
  }

  /// All pages come at once.
  synchronized void releaseAll() {
    released = Integer.MAX_VALUE;
    notifyAll();
  }

  private synchronized void hold() {
    int number = served.incrementAndGet();
    long end = System.nanoTime() + LONGEST_HOLD.toNanos();
    try {
      while (number > released && System.nanoTime() < end) {
        wait(LONGEST_HOLD.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  int articles() {
    return articles;
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Writes the source file that a crawler is to be given.
  Path writeSources(Path folder) {
    String yaml =
        """
        sources:
          - name: generated
            kind: sitemap
            url: %s/sitemap.xml
            every: 1h
            maxArticles: %d
        """
            .formatted(base(), articles + 1);
    try {
      return Files.writeString(folder.resolve("sources.yaml"), yaml);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/sitemap.xml")) {
        send(exchange, "application/xml", sitemap());
      } else if (path.matches("/article/\\d+")) {
        hold();
        int number = Integer.parseInt(path.substring("/article/".length()));
        send(exchange, "text/html; charset=utf-8", page(number));
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private static void send(HttpExchange exchange, String type, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private String sitemap() {
    return IntStream.range(0, articles)
        .mapToObj(n -> "<url><loc>" + base() + "/article/" + n + "</loc></url>\n")
        .collect(
            Collectors.joining(
                "",
                "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
                "</urlset>\n"));
  }

  private String page(int number) {
    Article article = generator.article(number);
    String paragraphs =
        article
            .text()
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> "<p>" + escaped(line) + "</p>\n")
            .collect(Collectors.joining());
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
    <meta property="og:type" content="article">
    <meta property="og:title" content="%1$s">
    <link rel="canonical" href="%2$s/article/%3$d"></head>
    <body><main><article><h1>%1$s</h1>
    %4$s</article></main></body></html>
    """
        .formatted(escaped(article.title()), base(), number, paragraphs);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
