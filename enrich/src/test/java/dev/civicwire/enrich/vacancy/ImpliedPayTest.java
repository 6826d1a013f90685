package dev.civicwire.enrich.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.Salary;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.contract.Vacancy;
import dev.civicwire.enrich.PhraseRows;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImpliedPayTest {
  static Stream<String[]> rows() {
    return PhraseRows.of(ImpliedPayTest.class, "implied-pay.tsv", 4).stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void impliesPayByTheScaleInForce(String published, String text, String values, String vacancy) {
    TaggedArticle tagged = PhraseRows.tag(text, PartialDate.parse(published));
    assertThat(told(tagged)).isEqualTo(values);
    assertThat(tagged.vacancy().map(ImpliedPayTest::pay)).contains(vacancy);
    assertThat(tagged.salaries()).noneMatch(Salary::implied);
    assertThat(tagged.impliedSalaries())
        .allMatch(Salary::implied)
        .allMatch(s -> s.evidence().mention().standsIn(text));
  }

  private static String told(TaggedArticle tagged) {
    String all =
        tagged.impliedSalaries().stream()
            .map(
                s ->
                    s.grade().orElse("?")
                        + " "
                        + s.currency()
                        + " "
                        + s.min().orElseThrow()
                        + "-"
                        + s.max().orElseThrow())
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? "-" : all;
  }

  private static String pay(Vacancy vacancy) {
    Optional<BigDecimal> low = vacancy.salaryMin();
    Optional<BigDecimal> high = vacancy.salaryMax();
    return low.isEmpty() || high.isEmpty()
        ? "-"
        : low.get() + "-" + high.get() + (vacancy.payImplied() ? " (by grade)" : "");
  }
}
