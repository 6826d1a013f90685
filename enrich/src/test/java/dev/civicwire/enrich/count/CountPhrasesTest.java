package dev.civicwire.enrich.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.enrich.PhraseRows;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CountPhrasesTest {
  static Stream<String[]> rows() {
    return PhraseRows.of(CountPhrasesTest.class, "phrases.tsv", 2).stream();
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("rows")
  void countsPeopleEmployedAndNothingElse(String expected, String text) {
    assertThat(values(PhraseRows.tag(text, Optional.empty())))
        .isEqualTo(PhraseRows.expected(expected));
  }

  private static List<String> values(TaggedArticle article) {
    TreeSet<String> values = new TreeSet<>();
    article
        .headcounts()
        .forEach(h -> values.add(h.countMin().map(low -> low + "..").orElse("") + h.count()));
    return List.copyOf(values);
  }
}
