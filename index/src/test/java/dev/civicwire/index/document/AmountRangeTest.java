package dev.civicwire.index.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.PayPeriod;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountRangeTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "60000, 70000, YEAR, 60000..70000",
        "70000, 60000, YEAR, 60000..70000",
        "-, 70000, YEAR, 70000..70000",
        "60000, -, YEAR, 60000..60000",
        "650, 650, DAY, 169000..169000",
        "12.21, 13.05, HOUR, 23809..25448",
        "3000, 3500, MONTH, 36000..42000",
        "700, 700, WEEK, 36400..36400",
        "-, -, YEAR, -",
        "-5, 10, YEAR, -",
        "1e400000, 1e400000, YEAR, -"
      })
  void comparesPayByTheYear(
      @org.jspecify.annotations.Nullable String min,
      @org.jspecify.annotations.Nullable String max,
      PayPeriod period,
      @org.jspecify.annotations.Nullable String expected) {
    Optional<String> range =
        AmountRange.annual(amount(min), amount(max), period).map(r -> r.gte() + ".." + r.lte());
    assertThat(range).isEqualTo(Optional.ofNullable(expected));
  }

  private static Optional<BigDecimal> amount(@org.jspecify.annotations.Nullable String text) {
    return Optional.ofNullable(text).map(BigDecimal::new);
  }
}
