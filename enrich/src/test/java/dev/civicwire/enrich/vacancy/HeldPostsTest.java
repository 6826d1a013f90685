package dev.civicwire.enrich.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.PartialDate;
import dev.civicwire.enrich.PhraseRows;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeldPostsTest {
  private static final int COLUMNS = 2;

  static Stream<String[]> rows() {
    return PhraseRows.of(HeldPostsTest.class, "posts-of-people.tsv", COLUMNS).stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void tellsWhichPostAPersonHas(String text, String people) {
    assertThat(PhraseRows.tag(text, PartialDate.parse("2026-03-10")).people())
        .extracting(person -> person.name() + ":" + person.post().orElse("-"))
        .containsExactlyInAnyOrderElementsOf(PhraseRows.expected(people));
  }
}
