package dev.civicwire.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.PartialDate;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DateTextTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "dates.csv", numLinesToSkip = 1, delimiter = ';', nullValues = "-")
  void readsDatesAsTheyAreWritten(String text, String order, String expected) {
    DateText dates = new DateText(LocalDate.of(2026, 11, 23), order.equals("mdy"));

    assertThat(dates.find(text).map(PartialDate::value).orElse("none")).isEqualTo(expected);
  }
}
