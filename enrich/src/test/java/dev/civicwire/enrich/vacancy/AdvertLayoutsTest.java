package dev.civicwire.enrich.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.Vacancy;
import dev.civicwire.enrich.SharedTagger;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdvertLayoutsTest {
  /// @param role as in the record; empty where the row is not about it
  record Advert(
      String title, String published, String pay, String closing, String role, String text) {
    @Override
    public String toString() {
      return title + ": " + pay + ", " + closing;
    }
  }

  static Stream<Advert> adverts() throws IOException {
    try (InputStream stream = AdvertLayoutsTest.class.getResourceAsStream("adverts.txt")) {
      String all =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.split("(?m)^=== ")).skip(1).map(AdvertLayoutsTest::advert);
    }
  }

  private static Advert advert(String block) {
    String[] parts = block.split("\n", 3);
    int bar = parts[0].lastIndexOf(" | ");
    String[] wanted = parts[1].substring(2).split(" \\| ");
    return new Advert(
        parts[0].substring(0, bar),
        parts[0].substring(bar + 3),
        wanted[0],
        wanted[1],
        wanted.length > 2 ? wanted[2] : "",
        parts[2].strip());
  }

  @ParameterizedTest
  @MethodSource("adverts")
  void readsPayAndClosingDateWhateverTheLayout(Advert advert) {
    Optional<PartialDate> day =
        advert.published().equals("-") ? Optional.empty() : PartialDate.parse(advert.published());
    Article article = Article.ofText("id", "test:", advert.title(), advert.text(), day);
    Vacancy vacancy = SharedTagger.TAGGER.tag(article).vacancy().orElseThrow();
    assertThat(pay(vacancy)).isEqualTo(advert.pay());
    assertThat(vacancy.deadline().map(PartialDate::value).orElse("-")).isEqualTo(advert.closing());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The shop closes on 12 May 2026 and the library will move in.",
        "The offer for shares in the mill closes on 12 May 2026. It was raised to £30,000 a week ago.",
        "Entries for the flower show close on 12 May 2026. The first prize is £25,000."
      })
  void makesNoRecordWhereNobodyIsSought(String text) {
    Article article =
        Article.ofText("id", "test:", "What is on", text, PartialDate.parse("2026-04-10"));

    assertThat(SharedTagger.TAGGER.tag(article).vacancies()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("advertsWithRole")
  void takesThePostFromItsLabel(Advert advert) {
    Article article =
        Article.ofText(
            "id", "test:", advert.title(), advert.text(), PartialDate.parse(advert.published()));

    assertThat(SharedTagger.TAGGER.tag(article).vacancy().map(Vacancy::role))
        .contains(advert.role());
  }

  static Stream<Advert> advertsWithRole() throws IOException {
    return adverts().filter(advert -> !advert.role().isEmpty());
  }

  private static String pay(Vacancy vacancy) {
    Optional<BigDecimal> low = vacancy.salaryMin().or(vacancy::salaryMax);
    Optional<BigDecimal> high = vacancy.salaryMax().or(vacancy::salaryMin);
    if (low.isEmpty()) {
      return "-";
    }
    boolean one = low.get().compareTo(high.orElseThrow()) == 0;
    String amount = one ? low.get().toString() : low.get() + ".." + high.get();
    String period = vacancy.period().orElseThrow().name().toLowerCase(Locale.ROOT);
    return amount + " " + vacancy.currency().orElseThrow() + " " + period;
  }
}
