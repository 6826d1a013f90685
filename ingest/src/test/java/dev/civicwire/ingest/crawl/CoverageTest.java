package dev.civicwire.ingest.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.CrawlState.FailureCount;
import dev.civicwire.contract.CrawlState.OfSourceDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {
  private static OfSourceDay day(String day, int created, int empty, long characters) {
    return new OfSourceDay(
        "news",
        "h",
        day,
        9,
        9,
        created,
        0,
        0,
        empty,
        empty,
        List.of(),
        characters,
        Optional.empty());
  }

  private static List<OfSourceDay> week() {
    List<OfSourceDay> days = new ArrayList<>();
    for (int i = 10; i < 17; i++) {
      days.add(day("2026-11-" + i, 10, 0, 30_000));
    }
    return days;
  }

  @Test
  void warnsOfASourceThatHasGoneQuiet() {
    assertThat(Coverage.warnings(week(), LocalDate.parse("2026-11-20"))).isEmpty();
    assertThat(Coverage.warnings(week(), LocalDate.parse("2026-11-22")))
        .extracting(CoverageWarning::text)
        .containsExactly("news: no article for 6 days, 6 times its usual interval");
  }

  @Test
  void warnsOfALayoutThatHasChanged() {
    List<OfSourceDay> days = week();
    days.add(day("2026-11-17", 2, 8, 4_000));

    assertThat(Coverage.warnings(days, LocalDate.parse("2026-11-17")))
        .extracting(CoverageWarning::text)
        .containsExactly(
            "news: layout changed? extraction fell from 3000 to 400 characters a page on"
                + " 2026-11-17");
  }

  @ParameterizedTest
  @CsvSource({"1, 0, true", "30, 2, true", "1, 9, false", "0, 0, false"})
  void warnsOfPagesThatAreSuddenlyForbidden(int forbidden, int fetched, boolean warns) {
    List<OfSourceDay> days = week();
    days.add(
        new OfSourceDay(
            "news",
            "h",
            "2026-11-17",
            9,
            fetched,
            0,
            0,
            0,
            0,
            0,
            forbidden == 0 ? List.of() : List.of(new FailureCount("forbidden", forbidden)),
            0,
            Optional.empty()));

    assertThat(Coverage.warnings(days, LocalDate.parse("2026-11-17")))
        .extracting(CoverageWarning::text)
        .isEqualTo(
            warns
                ? List.of(
                    "news: forbidden on 2026-11-17: %d pages, read: %d; a slip of its site"
                            .formatted(forbidden, fetched)
                        + " (robots.txt, noindex)?")
                : List.of());
  }

  @Test
  void saysNothingOfLittle() {
    assertThat(Coverage.warnings(week().subList(0, 2), LocalDate.parse("2026-12-30"))).isEmpty();
    assertThat(Coverage.warnings(List.of(), LocalDate.parse("2026-12-30"))).isEmpty();
  }
}
