package dev.civicwire.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AuthorNamesTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "authors.csv", numLinesToSkip = 1, delimiter = ';', nullValues = "-")
  void findsThePeopleInABylineAndNotTheOutlet(
      String byline, boolean trusted, String site, String expected) {
    String names =
        String.join("|", new AuthorNames(site == null ? "" : site, "").people(byline, trusted));

    assertThat(names).isEqualTo(expected == null ? "" : expected);
  }
}
