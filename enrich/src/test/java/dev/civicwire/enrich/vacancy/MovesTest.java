package dev.civicwire.enrich.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Move;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.enrich.PhraseRows;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MovesTest {
  private static final int COLUMNS = 3;

  static Stream<String[]> rows() {
    return PhraseRows.of(MovesTest.class, "moves-of-sentences.tsv", COLUMNS).stream();
  }

  private static String text(Move move) {
    return String.join(
        "|",
        move.person(),
        move.role().orElse("-"),
        move.organisation().orElse("-"),
        move.from().map(PartialDate::value).orElse("-"));
  }

  private static List<String> texts(List<Move> moves) {
    return moves.stream().map(MovesTest::text).sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void tellsWhoTakesAndWhoLeavesWhichPost(String text, String appointments, String departures) {
    TaggedArticle tagged = PhraseRows.tag(text, PartialDate.parse("2026-03-10"));
    assertThat(texts(tagged.appointments())).isEqualTo(PhraseRows.expected(appointments));
    assertThat(texts(tagged.departures())).isEqualTo(PhraseRows.expected(departures));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void showsThePlaceOfEveryField(String text, String appointments, String departures) {
    TaggedArticle tagged = PhraseRows.tag(text, PartialDate.parse("2026-03-10"));
    assertThat(Stream.concat(tagged.appointments().stream(), tagged.departures().stream()))
        .allSatisfy(
            move ->
                assertThat(move.evidence())
                    .isNotEmpty()
                    .allSatisfy(
                        e ->
                            assertThat(text.substring(e.start(), e.end())).isEqualTo(e.surface())));
  }
}
