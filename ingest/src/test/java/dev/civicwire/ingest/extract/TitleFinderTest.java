package dev.civicwire.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TitleFinderTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "titles.csv", numLinesToSkip = 1, delimiter = ';', nullValues = "-")
  void electsTheHeadline(
      String name,
      String h1,
      String og,
      String document,
      String headline,
      String site,
      String expected) {
    String html =
        "<head>"
            + (og == null ? "" : "<meta property='og:title' content=\"" + og + "\">")
            + (document == null ? "" : "<title>" + document + "</title>")
            + "</head><body>"
            + (h1 == null ? "" : "<h1>" + h1.replace("//", "</h1><h1>") + "</h1>")
            + "</body>";
    PageFacts facts = new PageFacts();
    BlockReader.read(Jsoup.parse(html), facts);

    Optional<Found<String>> title =
        TitleFinder.find(
            facts, Optional.ofNullable(headline), site == null ? "" : site, "councilnews.example");

    assertThat(title.map(Found::value).orElse("none")).isEqualTo(expected);
  }
}
