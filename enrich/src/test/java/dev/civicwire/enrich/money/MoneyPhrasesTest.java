package dev.civicwire.enrich.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Budget;
import dev.civicwire.contract.Salary;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.enrich.PhraseRows;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MoneyPhrasesTest {
  static Stream<String[]> rows() {
    return PhraseRows.of(MoneyPhrasesTest.class, "phrases.tsv", 2).stream();
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("rows")
  void readsAmountsAndTheirKinds(String expected, String text) {
    assertThat(values(PhraseRows.tag(text, Optional.empty())))
        .isEqualTo(PhraseRows.expected(expected));
  }

  private static List<String> values(TaggedArticle article) {
    TreeSet<String> values = new TreeSet<>();
    article.salaries().forEach(s -> values.add(salary(s)));
    article.budgets().forEach(b -> values.add(budget(b)));
    article.otherMoney().forEach(o -> values.add("other " + o.amount() + " " + o.currency()));
    return List.copyOf(values);
  }

  private static String salary(Salary salary) {
    String amount =
        switch (salary.qualifier()) {
          case UP_TO -> "<" + salary.max().orElseThrow();
          case FROM -> ">" + salary.min().orElseThrow();
          case EXACT, CIRCA, RANGE -> range(salary.min().orElseThrow(), salary.max().orElseThrow());
        };
    String period = salary.period().name().toLowerCase(Locale.ROOT);
    return "salary " + amount + " " + salary.currency() + " " + period;
  }

  private static String range(BigDecimal low, BigDecimal high) {
    return low.compareTo(high) == 0 ? low.toString() : low + ".." + high;
  }

  private static String budget(Budget budget) {
    String low = budget.amountMin().map(a -> a + "..").orElse("");
    String kind = budget.kind().name().toLowerCase(Locale.ROOT);
    return "budget " + low + budget.amount() + " " + budget.currency() + " " + kind;
  }
}
