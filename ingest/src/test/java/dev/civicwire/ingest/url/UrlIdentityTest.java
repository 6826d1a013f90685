package dev.civicwire.ingest.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
}
