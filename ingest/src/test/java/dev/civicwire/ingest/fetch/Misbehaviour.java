package dev.civicwire.ingest.fetch;

import static dev.civicwire.ingest.site.RawServer.ascii;

import com.github.luben.zstd.Zstd;
import dev.civicwire.ingest.site.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/// What servers do, and the outcome that is named for it. A case is one more constant.
enum Misbehaviour {
  DRIP_FEED(
      "failed timeout",
      out -> {
        out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"));
        for (int i = 0; i < 100_000; i++) {
          out.write('x');
          out.flush();
          TimeUnit.MILLISECONDS.sleep(50);
        }
      }),
  NO_ANSWER("failed timeout", out -> RawServer.stall()),
  STALL_MID_BODY(
      "failed timeout",
      out -> {
        out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nsome of it"));
        out.flush();
        RawServer.stall();
      }),
  ENDLESS_BODY(
      "page cut at 20000",
      out -> {
        out.write(ascii("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"));
        for (int i = 0; i < 100_000; i++) {
          out.write(new byte[1024]);
        }
      }),
  GZIP_BOMB(
      "page cut at 20000",
      out -> {
        byte[] packed = gzip(10_000_000);
        out.write(
            ascii(
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
                    .formatted(packed.length)));
        out.write(packed);
      }),
  ZSTD_BOMB(
      "page cut at 20000",
      out -> {
        out.write(ascii("HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\n\r\n"));
        out.write(Zstd.compress(new byte[10_000_000]));
      }),
  ZSTD_THAT_IS_NONE(
      "failed broken-response",
      out -> out.write(ascii("HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\n\r\n<p>plain</p>"))),
  ZSTD(
      "page of 5000",
      out -> {
        out.write(ascii("HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\n\r\n"));
        out.write(Zstd.compress(new byte[5_000]));
      }),
  BROTLI(
      "page of 5000",
      out -> {
        out.write(ascii("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n"));
        out.write(brotli(5_000));
      }),
  BROTLI_CUT_SHORT(
      "failed broken-response",
      out -> {
        out.write(ascii("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n"));
        out.write(brotli(5_000), 0, 2_500);
      }),
  BROTLI_THAT_IS_NONE(
      "failed broken-response",
      out -> out.write(ascii("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n<p>plain</p>"))),
  GZIP_CUT_SHORT(
      "failed broken-response",
      out -> {
        byte[] packed = gzip(5_000);
        out.write(ascii("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"));
        out.write(packed, 0, packed.length / 2);
      }),
  GZIP_THAT_IS_NONE(
      "failed broken-response",
      out -> out.write(ascii("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n<p>plain</p>"))),
  CONTENT_LENGTH_TOO_LONG(
      "failed broken-response",
      out -> out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nshort"))),
  CONTENT_LENGTH_TOO_SHORT(
      "page of 5",
      out -> out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nlonger than five"))),
  BROKEN_CHUNKS(
      "failed broken-response",
      out ->
          out.write(ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n"))),
  NO_STATUS_LINE("failed broken-response", out -> out.write(ascii("<html>hello</html>\r\n\r\n"))),
  NOTHING_AT_ALL("failed broken-response", out -> {}),
  HUGE_HEADERS(
      "failed broken-response",
      out -> {
        out.write(ascii("HTTP/1.1 200 OK\r\n"));
        for (int i = 0; i < 2000; i++) {
          out.write(ascii("X-%d: %s\r\n".formatted(i, "y".repeat(1000))));
        }
        out.write(ascii("\r\n"));
      }),
  NO_TYPE_NO_LENGTH("page of 4", out -> out.write(ascii("HTTP/1.1 200 OK\r\n\r\nbody"))),
  EMPTY("page of 0", out -> out.write(ascii("HTTP/1.1 204 No Content\r\n\r\n"))),
  NOT_MODIFIED_WITHOUT_VALIDATORS(
      "failed unexpected-status", out -> out.write(ascii("HTTP/1.1 304 Not Modified\r\n\r\n"))),
  REDIRECT_WITHOUT_TARGET(
      "failed bad-redirect", out -> out.write(ascii("HTTP/1.1 302 Found\r\n\r\n"))),
  REDIRECT_TO_ANOTHER_SCHEME(
      "failed bad-redirect",
      out -> out.write(ascii("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n"))),
  THROTTLED_IN_SECONDS(
      "failed throttled after PT2M",
      out ->
          out.write(ascii("HTTP/1.1 429 Slow\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n"))),
  THROTTLED_UNTIL_A_DATE(
      "failed throttled after PT1H",
      out ->
          out.write(
              ascii(
                  "HTTP/1.1 503 Busy\r\nRetry-After: %s\r\nContent-Length: 0\r\n\r\n"
                      .formatted("Sun, 22 Nov 2026 13:00:00 GMT")))),
  THROTTLED_FOR_YEARS(
      "failed throttled after PT24H",
      out ->
          out.write(
              ascii(
                  "HTTP/1.1 429 Slow\r\nRetry-After: 999999999999\r\nContent-Length: 0\r\n\r\n"))),
  DENIED("failed denied", out -> out.write(ascii("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"))),
  SERVER_ERROR(
      "failed server-error",
      out -> out.write(ascii("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n"))),
  TEAPOT(
      "failed client-error",
      out -> out.write(ascii("HTTP/1.1 418 Teapot\r\nContent-Length: 0\r\n\r\n"))),
  PARTIAL_CONTENT_NOT_ASKED_FOR(
      "failed unexpected-status",
      out -> out.write(ascii("HTTP/1.1 206 Partial\r\nContent-Length: 2\r\n\r\nab"))),
  GONE("gone 410", out -> out.write(ascii("HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n")));

  final String outcome;

  @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
  final RawServer.Answer answer;

  Misbehaviour(String outcome, RawServer.Answer answer) {
    this.outcome = outcome;
    this.answer = answer;
  }

  /// One stored block and an empty last one (RFC 7932 section 9): the JDK has no Brotli.
  private static byte[] brotli(int zeros) {
    int head = (zeros - 1) << 4 | 1 << 20;
    byte[] packed = new byte[3 + zeros + 1];
    packed[0] = (byte) head;
    packed[1] = (byte) (head >> 8);
    packed[2] = (byte) (head >> 16);
    packed[packed.length - 1] = 3;
    return packed;
  }

  private static byte[] gzip(int zeros) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(out)) {
      packed.write(new byte[zeros]);
    }
    return out.toByteArray();
  }
}
