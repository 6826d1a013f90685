package dev.civicwire.ingest.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlIdentityTest {
  @ParameterizedTest(name = "{3}: {0}")
  @CsvFileSource(
      resources = "identity.csv",
      numLinesToSkip = 1,
      ignoreLeadingAndTrailingWhitespace = false)
  void normalises(String url, String fetchable, String identity, String why) {
    assertThat(UrlIdentity.fetchable(url)).as(why).contains(fetchable);
    assertThat(UrlIdentity.of(url)).as(why).isEqualTo(identity);
    assertThat(UrlIdentity.of(identity)).as("idempotent").isEqualTo(identity);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "mailto:a@example.org", "ftp://example.org/", "javascript:1", "http://"})
  void refusesWhatIsNoHttpAddress(String url) {
    assertThat(UrlIdentity.fetchable(url)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a\u200db.example/",
        "https://a%E2%80%8Db.example/",
        "https://user@x\u200dy.example:8080/",
        "https://\u05d0a.example/",
        "https://xn--a.b\u00fccher.example/",
        "https://\uff05.example/"
      })
  void refusesNamesThatNobodyCanHave(String url) {
    assertThat(UrlIdentity.fetchable(url)).isEmpty();
    assertThat(UrlIdentity.resolve("https://example.org/a", url.replaceFirst("^https:", "")))
        .isEmpty();
  }

  @ParameterizedTest(name = "{3}: {0}")
  @CsvFileSource(
      resources = "canonical.csv",
      numLinesToSkip = 1,
      ignoreLeadingAndTrailingWhitespace = false)
  void choosesTheCanonicalAddress(
      String page, @Nullable String declared, String expected, String why) {
    assertThat(CanonicalUrl.choose(page, Optional.ofNullable(declared)))
        .as(why)
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {8001, 100_000})
  void refusesAddressesThatNoServerTakes(int length) {
    assertThat(UrlIdentity.fetchable("https://example.org/" + "a".repeat(length))).isEmpty();
    assertThat(UrlIdentity.resolve("https://example.org/", "a".repeat(length))).isEmpty();
  }

  /// What is told without the parser is told as the parser does.
  @Test
  void takesAPlainAddressAsTheParserHasIt() {
    int plain = 0;
    for (String scheme : List.of("http", "https", "HTTP", "ftp")) {
      for (String host : HOSTS) {
        for (String port : List.of("", ":80", ":443", ":8080", ":08080", ":0", ":65536", ":")) {
          for (String path : PATHS) {
            String url = scheme + "://" + host + port + path;
            Optional<PlainUrl> told = PlainUrl.of(url);
            if (told.isPresent()) {
              plain++;
              Optional<HttpUrl> parsed = UrlIdentity.parse(url);
              assertThat(parsed.map(HttpUrl::toString)).as(url).contains(url);
              assertThat(parsed.map(HttpUrl::host)).contains(told.get().host());
              assertThat(url).isEqualTo(told.get().origin() + told.get().path());
            }
          }
        }
      }
    }
    assertThat(plain).isEqualTo(7 * 6 * 9);
  }

  private static final List<String> HOSTS =
      List.of(
          "example.org",
          "www.a-b.example.co.uk",
          "localhost",
          "127.0.0.1",
          "255.1.2.30",
          "1.2.3.4.example",
          "a.x2",
          "1.2.3",
          "01.2.3.4",
          "1.2.3.256",
          "0x7f.1",
          "example.0x1",
          "Example.org",
          "example.org.",
          "a..b",
          "-",
          "xn--zca.example",
          "ab--c.example",
          "straße.example",
          "u:p@example.org",
          "[::1]",
          "");

  private static final List<String> PATHS =
      List.of(
          "/",
          "/a/b.html",
          "/a//b/",
          "/a=b,c+d_e~f",
          "/.../x",
          "/.hidden",
          "/a/index.html",
          "/story/amp/",
          "/A-B",
          "",
          "/a/./b",
          "/a/..",
          "/.",
          "/a;b",
          "/a%20b",
          "/a?b=c",
          "/a#b",
          "/a b",
          "/é",
          "/a|b");
}
