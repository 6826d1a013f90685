package dev.civicwire.enrich.date;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.enrich.PhraseRows;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatePhrasesTest {
  static Stream<String[]> rows() {
    return PhraseRows.of(DatePhrasesTest.class, "phrases.tsv", 3).stream();
  }

  @ParameterizedTest(name = "{2} ({0})")
  @MethodSource("rows")
  void resolvesDatesAndTellsDeadlinesFromEvents(String published, String expected, String text) {
    assertThat(values(PhraseRows.tag(text, PartialDate.parse(published))))
        .isEqualTo(PhraseRows.expected(expected));
  }

  private static List<String> values(TaggedArticle article) {
    TreeSet<String> values = new TreeSet<>();
    article.deadlines().forEach(d -> values.add(named(d.kind()) + " " + d.date()));
    article.events().forEach(e -> values.add(named(e.kind()) + " " + e.date()));
    return List.copyOf(values);
  }

  private static String named(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
