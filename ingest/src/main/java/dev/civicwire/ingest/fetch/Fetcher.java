package dev.civicwire.ingest.fetch;

import dev.civicwire.contract.Payload;
import dev.civicwire.ingest.FetchedPage;
import dev.civicwire.ingest.url.UrlIdentity;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.CompressionInterceptor;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.Gzip;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.brotli.Brotli;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/// Makes one request and says what came of it; follows no redirect, keeps no cookie, uses no proxy.
/// Safe for threads; blocks the calling one for at most the limit of a call.
public final class Fetcher implements AutoCloseable {
  private static final String ACCEPT =
      "text/html,application/xhtml+xml,application/xml;q=0.9,application/feed+json,*/*;q=0.5";

  /// Longer than most pauses between two requests: one connection serves a whole visit.
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

  private final OkHttpClient client;
  private final Collection<ConnectionPool> pools;
  private final String userAgent;
  private final FetchLimits limits;
  private final Clock clock;

  /// @param userAgent sent with every request
  /// @param policy which addresses may be connected to
  public Fetcher(String userAgent, AddressPolicy policy, FetchLimits limits, Clock clock) {
    this(userAgent, policy, limits, clock, Dns.SYSTEM);
  }

  Fetcher(String userAgent, AddressPolicy policy, FetchLimits limits, Clock clock, Dns dns) {
    this.userAgent = userAgent;
    this.limits = limits;
    this.clock = clock;
    this.pools = new ConcurrentLinkedQueue<>();
    this.client =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .cookieJar(CookieJar.NO_COOKIES)
            .proxy(Proxy.NO_PROXY)
            .dns(dns)
            .socketFactory(new GuardedSocketFactory(policy))
            .fastFallback(false)
            .connectTimeout(limits.connect())
            .readTimeout(limits.read())
            .callTimeout(limits.call())
            .addInterceptor(
                new CompressionInterceptor(new ZstdEncoding(), Brotli.INSTANCE, Gzip.INSTANCE))
            .build();
  }

  private Fetcher(Fetcher of, ConnectionPool pool) {
    this.userAgent = of.userAgent;
    this.limits = of.limits;
    this.clock = of.clock;
    this.pools = of.pools;
    this.pools.add(pool);
    this.client = of.client.newBuilder().connectionPool(pool).build();
  }

  /// A fetcher for one host, which keeps its connection while others come and go. It ends with this
  /// one.
  public Fetcher forHost() {
    return new Fetcher(this, new ConnectionPool(1, KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS));
  }

  /// Asks for a page. Every outcome is a result; nothing is thrown for what a server does.
  public FetchResult fetch(FetchRequest request) {
    try (Response response = client.newCall(toHttp(request)).execute()) {
      return result(request, response);
    } catch (IOException e) {
      return FetchResult.Failed.of(reason(e), 0, line(e));
    } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
      // The HTTP client rejects some addresses and headers this way.
      return FetchResult.Failed.of(FetchFailure.BROKEN_RESPONSE, 0, line(e));
    }
  }

  private Request toHttp(FetchRequest request) {
    Request.Builder http =
        new Request.Builder()
            .url(request.url())
            .header("User-Agent", userAgent)
            .header("Accept", ACCEPT);
    request.etag().ifPresent(tag -> http.header("If-None-Match", tag));
    request.lastModified().ifPresent(date -> http.header("If-Modified-Since", date));
    return http.build();
  }

  private FetchResult result(FetchRequest request, Response response) throws IOException {
    int status = response.code();
    return switch (status) {
      case 200, 203, 204, 205 -> new FetchResult.Page(page(request, response));
      case 301, 302, 303, 307, 308 -> redirect(request, response);
      case 304 ->
          request.isConditional()
              ? new FetchResult.NotModified()
              : FetchResult.Failed.of(
                  FetchFailure.UNEXPECTED_STATUS, status, "304 to an unconditional request");
      case 404, 410 -> new FetchResult.Gone(status);
      default -> failed(response);
    };
  }

  private FetchResult redirect(FetchRequest request, Response response) {
    Optional<String> location = header(response, "Location");
    return location
        .flatMap(link -> UrlIdentity.resolve(request.url(), link))
        .<FetchResult>map(target -> new FetchResult.Redirect(response.code(), target))
        .orElseGet(
            () ->
                FetchResult.Failed.of(
                    FetchFailure.BAD_REDIRECT,
                    response.code(),
                    "redirect to " + location.orElse("nowhere")));
  }

  private FetchResult failed(Response response) {
    int status = response.code();
    FetchFailure reason =
        switch (status) {
          case 429, 503 -> FetchFailure.THROTTLED;
          case 401, 402, 403, 407, 451 -> FetchFailure.DENIED;
          default ->
              status >= 500
                  ? FetchFailure.SERVER_ERROR
                  : status >= 400 ? FetchFailure.CLIENT_ERROR : FetchFailure.UNEXPECTED_STATUS;
        };
    Optional<Duration> retryAfter =
        header(response, "Retry-After")
            .flatMap(h -> RetryAfter.parse(h, clock.instant(), limits.retryAfterCap()));
    return new FetchResult.Failed(reason, status, "HTTP status " + status, retryAfter);
  }

  private FetchedPage page(FetchRequest request, Response response) throws IOException {
    Buffer body = new Buffer();
    boolean truncated = read(response.body().source(), body, request.maxBytes());
    return new FetchedPage(
        request.url(),
        request.url(),
        response.code(),
        header(response, "Content-Type"),
        response.headers("X-Robots-Tag"),
        header(response, "ETag"),
        header(response, "Last-Modified"),
        new Payload(body.readByteArray()),
        truncated,
        clock.instant());
  }

  /// Reads unpacked bytes until the end or the limit: what a server sends packed counts as what it
  /// unpacks to.
  private static boolean read(BufferedSource source, Buffer into, int maxBytes) throws IOException {
    while (into.size() < maxBytes) {
      if (source.read(into, maxBytes - into.size()) < 0) {
        return false;
      }
    }
    return !source.exhausted();
  }

  private static Optional<String> header(Response response, String name) {
    @Nullable String value = response.header(name);
    return Optional.ofNullable(value).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static FetchFailure reason(IOException e) {
    return switch (e) {
      case UnsafeAddressException unsafe -> FetchFailure.UNSAFE_ADDRESS;
      case UnknownHostException unknown -> FetchFailure.DNS;
      case InterruptedIOException timeout -> FetchFailure.TIMEOUT;
      case ConnectException refused -> FetchFailure.CONNECT;
      case NoRouteToHostException unreachable -> FetchFailure.CONNECT;
      case SSLException tls -> FetchFailure.TLS;
      default -> FetchFailure.BROKEN_RESPONSE;
    };
  }

  private static String line(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getClass().getSimpleName());
  }

  /// Ends the requests that are under way; they fail.
  public void cancelAll() {
    client.dispatcher().cancelAll();
  }

  @Override
  public void close() {
    cancelAll();
    client.connectionPool().evictAll();
    pools.forEach(ConnectionPool::evictAll);
    client.dispatcher().executorService().shutdown();
  }
}
