package dev.civicwire.enrich.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.PartialDate;
import dev.civicwire.enrich.PhraseRows;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BudgetPeriodsTest {
  private static final int COLUMNS = 2;

  static Stream<String[]> rows() {
    return PhraseRows.of(BudgetPeriodsTest.class, "budget-periods.tsv", COLUMNS).stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void tellsHowLongMoneyRuns(String text, String expected) {
    assertThat(PhraseRows.tag(text, PartialDate.parse("2026-03-10")).budgets())
        .extracting(
            b ->
                b.amount().toPlainString()
                    + ":"
                    + b.kind().name().toLowerCase(Locale.ROOT)
                    + ":"
                    + b.period())
        .containsExactlyInAnyOrderElementsOf(PhraseRows.expected(expected));
  }
}
