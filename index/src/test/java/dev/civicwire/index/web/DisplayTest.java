package dev.civicwire.index.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.PayPeriod;
import dev.civicwire.index.search.Pay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "60000 | 70000 | GBP | YEAR | £60,000 to £70,000 a year",
        "60000 | 60000.00 | GBP | YEAR | £60,000 a year",
        "60000 | - | EUR | YEAR | from €60,000 a year",
        "- | 70000 | USD | YEAR | up to $70,000 a year",
        "12.21 | - | GBP | HOUR | from £12.21 an hour",
        "650 | 650 | GBP | DAY | £650 a day",
        "- | - | GBP | YEAR | not stated a year",
        "90000 | 90000 | CHF | MONTH | CHF 90,000 a month"
      })
  void writesPay(
      @Nullable String min, @Nullable String max, String currency, PayPeriod period, String text) {
    Pay pay =
        new Pay(
            Optional.ofNullable(min).map(BigDecimal::new),
            Optional.ofNullable(max).map(BigDecimal::new),
            currency,
            period,
            Optional.empty(),
            false);
    assertThat(Display.pay(pay)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-14 | 14 December 2026 | closes in 22 days",
        "2026-11-22 | 22 November 2026 | closes today",
        "2026-11-23T23:59:00+00:00 | 23 November 2026, 23:59 | closes tomorrow",
        "2026-11-21 | 21 November 2026 | closed",
        "2026-12 | December 2026 | ''",
        "2027 | 2027 | ''",
        "2025/26 | 2025/26 | closed",
        "--09-08 | 8 September | ''",
        "--09 | September | ''"
      })
  void writesDatesAtTheirPrecision(String value, String text, String closing) {
    PartialDate date = new PartialDate(value);
    assertThat(Display.date(date)).isEqualTo(text);
    assertThat(Display.closing(date, LocalDate.of(2026, 11, 22)).orElse("")).isEqualTo(closing);
  }

  @ParameterizedTest
  @CsvSource({"1200000000, £1.2bn", "430000000, £430m", "6500000, £6.5m", "999999, '£999,999'"})
  void writesLargeMoneyShort(BigDecimal amount, String text) {
    assertThat(Display.brief(amount, "GBP")).isEqualTo(text);
  }
}
