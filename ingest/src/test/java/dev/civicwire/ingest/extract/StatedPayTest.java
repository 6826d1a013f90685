package dev.civicwire.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Json;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.JsonNode;

class StatedPayTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "pay.csv",
      numLinesToSkip = 1,
      delimiter = ';',
      quoteCharacter = '`',
      nullValues = "-")
  void readsOneAmountOrOneRange(String name, String value, boolean byHour, String min, String max) {
    JsonNode node = Json.mapper().readTree(value);

    StatedPay pay = StatedPay.of(node, byHour);

    assertThat(pay.min().map(BigDecimal::toPlainString)).isEqualTo(Optional.ofNullable(min));
    assertThat(pay.max().map(BigDecimal::toPlainString)).isEqualTo(Optional.ofNullable(max));
  }
}
