package dev.civicwire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.ingest.site.LoopbackSite;
import dev.civicwire.ingest.site.RawServer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
  private static final FetchLimits SHORT =
      new FetchLimits(
          Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofDays(1));
  private static final int MAX_BYTES = 20_000;

  private static Fetcher loopbackFetcher() {
    return new Fetcher("test/1", AddressPolicy.loopbackOnly(), SHORT, NOON);
  }

  private static String describe(FetchResult result) {
    return switch (result) {
      case FetchResult.Page p ->
          p.page().truncated()
              ? "page cut at " + p.page().body().size()
              : "page of " + p.page().body().size();
      case FetchResult.NotModified same -> "not modified";
      case FetchResult.Redirect r -> "redirect " + r.status() + " to " + r.target();
      case FetchResult.Gone gone -> "gone " + gone.status();
      case FetchResult.Failed f ->
          "failed " + f.reason().code() + f.retryAfter().map(w -> " after " + w).orElse("");
    };
  }

  @ParameterizedTest
  @EnumSource
  void namesWhatAServerDoes(Misbehaviour misbehaviour) {
    try (RawServer server = new RawServer(misbehaviour.answer);
        Fetcher fetcher = loopbackFetcher()) {
      FetchResult result = fetcher.fetch(FetchRequest.of(server.url("/"), MAX_BYTES));

      assertThat(describe(result)).isEqualTo(misbehaviour.outcome);
    }
  }

  @Test
  void handsRedirectsBack() {
    try (LoopbackSite site = new LoopbackSite();
        Fetcher fetcher = loopbackFetcher()) {
      site.redirect("/old", 308, "new?utm_source=x#part").redirect("/in", 302, "//127.0.0.9/");

      assertThat(describe(fetcher.fetch(FetchRequest.of(site.url("/old"), MAX_BYTES))))
          .isEqualTo("redirect 308 to " + site.url("/new"));
      assertThat(describe(fetcher.fetch(FetchRequest.of(site.url("/in"), MAX_BYTES))))
          .isEqualTo("redirect 302 to http://127.0.0.9/");
    }
  }

  @Test
  void asksConditionally() {
    try (LoopbackSite site = new LoopbackSite();
        Fetcher fetcher = loopbackFetcher()) {
      site.status("/a", 304);
      FetchRequest request =
          new FetchRequest(
              site.url("/a"),
              MAX_BYTES,
              Optional.of("\"v1\""),
              Optional.of("Sun, 22 Nov 2026 10:00:00 GMT"));

      assertThat(describe(fetcher.fetch(request))).isEqualTo("not modified");
      LoopbackSite.Asked asked = site.asked().getFirst();
      assertThat(asked.header("If-None-Match")).contains("\"v1\"");
      assertThat(asked.header("If-Modified-Since")).contains("Sun, 22 Nov 2026 10:00:00 GMT");
      assertThat(asked.header("User-Agent")).contains("test/1");
      assertThat(asked.header("Accept-Encoding").orElse("")).isEqualTo("zstd, br, gzip");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/",
        "http://224.0.0.1/",
        "http://0.0.0.0/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[fd00::1]/",
        "http://[fe80::1]/",
        "http://[2002:7f00:1::]/",
        "http://[2001:0:7f00:1::]/",
        "http://[64:ff9b::7f00:1]/",
        "http://localhost/"
      })
  void connectsToNoPrivateAddress(String url) {
    try (Fetcher fetcher = new Fetcher("test/1", AddressPolicy.allowing(List.of()), SHORT, NOON)) {
      assertThat(describe(fetcher.fetch(FetchRequest.of(url, MAX_BYTES))))
          .isEqualTo("failed unsafe-address");
    }
  }

  @Test
  void connectsToNoOtherPort() {
    try (Fetcher fetcher = new Fetcher("test/1", AddressPolicy.allowing(List.of()), SHORT, NOON)) {
      assertThat(describe(fetcher.fetch(FetchRequest.of("http://93.184.216.34:22/", MAX_BYTES))))
          .isEqualTo("failed unsafe-address");
    }
  }

  @Test
  void connectsToTheAddressThatWasChecked() throws UnknownHostException {
    // A name that resolves to a public address first and to loopback when it is asked again.
    AtomicInteger asked = new AtomicInteger();
    InetAddress here = InetAddress.getByName("127.0.0.1");
    InetAddress documentation = InetAddress.getByName("198.51.100.1");
    Dns rebinding = host -> List.of(asked.getAndIncrement() == 0 ? documentation : here);
    try (LoopbackSite site = new LoopbackSite();
        Fetcher fetcher =
            new Fetcher("test/1", AddressPolicy.allowing(List.of()), SHORT, NOON, rebinding)) {
      String url = site.url("/a").replace("127.0.0.1", "rebinding.example.org");
      site.article("/a", "Internal");

      for (int i = 0; i < 3; i++) {
        assertThat(describe(fetcher.fetch(FetchRequest.of(url, MAX_BYTES))))
            .isEqualTo("failed unsafe-address");
      }
      assertThat(site.asked()).isEmpty();
    }
  }

  @Test
  void connectsToPrivateAddressesThatAreListed() {
    try (LoopbackSite site = new LoopbackSite();
        Fetcher fetcher =
            new Fetcher("test/1", AddressPolicy.allowing(List.of("127.0.0.0/8")), SHORT, NOON)) {
      site.article("/a", "Alpha");

      assertThat(describe(fetcher.fetch(FetchRequest.of(site.url("/a"), MAX_BYTES))))
          .startsWith("page of");
    }
  }

  @Test
  void namesAHostThatIsNotThere() {
    Dns none =
        host -> {
          throw new UnknownHostException(host);
        };
    try (Fetcher fetcher = new Fetcher("test/1", AddressPolicy.loopbackOnly(), SHORT, NOON, none)) {
      assertThat(describe(fetcher.fetch(FetchRequest.of("http://none.example/", MAX_BYTES))))
          .isEqualTo("failed dns");
    }
  }
}
