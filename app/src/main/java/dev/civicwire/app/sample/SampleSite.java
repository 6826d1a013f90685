package dev.civicwire.app.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.civicwire.contract.Json;
import dev.civicwire.contract.StageException;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// Serves the bundled sample site on loopback. Its pages are files; its routes are rows of
/// `site.json`. Safe for threads.
public final class SampleSite implements AutoCloseable {
  private static final String ROOT = "/sample-site/";
  static final String PLACEHOLDER = "{{base}}";

  /// A row of `site.json`.
  ///
  /// @param path of the request
  /// @param query of the request, where it matters
  /// @param file below the site's folder
  /// @param version2 file that replaces it after [#publishUpdates()]
  /// @param type content type
  /// @param status of the response, 0 = 200
  /// @param location of a redirect
  /// @param headers further ones
  record Route(
      String path,
      Optional<String> query,
      Optional<String> file,
      Optional<String> version2,
      Optional<String> type,
      int status,
      Optional<String> location,
      @Nullable Map<String, String> headers) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Route> routes;
  private final AtomicBoolean updated = new AtomicBoolean();
  private final AtomicInteger requests = new AtomicInteger();

  private SampleSite(HttpServer server, List<Route> routes) {
    this.server = server;
    this.routes = routes;
  }

  /// Serves the site on the port that `portFile` remembers, or on a free one which it then
  /// remembers: the articles' addresses must be the same at the next start.
  public static SampleSite start(Path portFile) {
    try {
      int port = Files.exists(portFile) ? Integer.parseInt(Files.readString(portFile).strip()) : 0;
      SampleSite site = start(port);
      Files.createDirectories(portFile.toAbsolutePath().getParent());
      Files.writeString(portFile, site.port() + "\n");
      return site;
    } catch (NumberFormatException e) {
      throw new StageException(portFile + " holds no port number: delete it", e);
    } catch (IOException e) {
      throw new StageException("cannot write " + portFile + ": " + e.getMessage(), e);
    }
  }

  /// Serves the site on `port`, 0 = any free one.
  public static SampleSite start(int port) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 64);
      SampleSite site = new SampleSite(server, routes());
      server.setExecutor(site.threads);
      server.createContext("/", site::answer);
      server.start();
      return site;
    } catch (BindException e) {
      throw new StageException(
          "port " + port + " of the sample site is taken: free it or use another --data folder", e);
    } catch (IOException e) {
      throw new StageException("cannot serve the sample site: " + e.getMessage(), e);
    }
  }

  /// Its address without a slash at the end, such as `http://127.0.0.1:40123`.
  public String base() {
    return "http://127.0.0.1:" + port();
  }

  /// The sources of the site as `sources.yaml` lists them, with real addresses.
  public String sources() {
    return resource("sources.yaml").replace(PLACEHOLDER, base());
  }

  /// From now on the pages with a second version show it.
  public void publishUpdates() {
    updated.set(true);
  }

  /// How many requests were answered.
  public int requests() {
    return requests.get();
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    try (exchange) {
      Optional<Route> route = route(exchange.getRequestURI());
      if (route.isEmpty()) {
        send(exchange, 404, "no such page\n".getBytes(StandardCharsets.UTF_8));
      } else {
        answer(exchange, route.get());
      }
    }
  }

  private void answer(HttpExchange exchange, Route route) throws IOException {
    route.type().ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
    route
        .location()
        .ifPresent(
            to -> exchange.getResponseHeaders().set("Location", to.replace(PLACEHOLDER, base())));
    Map<String, String> headers = route.headers();
    if (headers != null) {
      headers.forEach(exchange.getResponseHeaders()::set);
    }
    Optional<String> file = updated.get() ? route.version2().or(route::file) : route.file();
    byte[] body = file.map(this::body).orElseGet(() -> new byte[0]);
    send(exchange, route.status() == 0 ? 200 : route.status(), body);
  }

  private byte[] body(String file) {
    return resource(file).replace(PLACEHOLDER, base()).getBytes(StandardCharsets.UTF_8);
  }

  /// A route that names a query wins over one that does not.
  private Optional<Route> route(URI uri) {
    String query = uri.getRawQuery();
    Optional<Route> exact =
        routes.stream()
            .filter(r -> r.path().equals(uri.getPath()))
            .filter(r -> r.query().isPresent() && r.query().get().equals(query))
            .findFirst();
    return exact.or(
        () ->
            routes.stream()
                .filter(r -> r.path().equals(uri.getPath()) && r.query().isEmpty())
                .findFirst());
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
    if (!head && body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  static List<Route> routes() {
    return Json.mapper().readValue(resource("site.json"), new TypeReference<List<Route>>() {});
  }

  static String resource(String file) {
    try (InputStream in = SampleSite.class.getResourceAsStream(ROOT + file)) {
      if (in == null) {
        throw new StageException("the sample site lacks its file " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new StageException("cannot read the sample site's file " + file, e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
