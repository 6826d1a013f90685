package dev.civicwire.enrich.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.enrich.PhraseRows;
import dev.civicwire.enrich.SharedTagger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmployersTest {
  private static final int COLUMNS = 3;

  static Stream<String[]> rows() {
    return PhraseRows.of(EmployersTest.class, "employers.tsv", COLUMNS).stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void tellsWhichBodySeeksWhichPost(String title, String text, String expected) {
    Article article = Article.ofText("id", "test:", title, text, PartialDate.parse("2025-07-02"));
    assertThat(SharedTagger.TAGGER.tag(article).vacancies())
        .extracting(v -> v.role() + "@" + v.organisation().orElse("-"))
        .containsExactlyInAnyOrderElementsOf(PhraseRows.expected(expected));
  }
}
