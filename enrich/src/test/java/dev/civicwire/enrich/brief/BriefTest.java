package dev.civicwire.enrich.brief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.BriefSentence;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.enrich.PhraseRows;
import dev.civicwire.enrich.SharedTagger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BriefTest {
  private static final Optional<PartialDate> PUBLISHED = Optional.of(new PartialDate("2026-03-02"));

  static Stream<String[]> rows() {
    return PhraseRows.of(BriefTest.class, "briefs.tsv", 2).stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void choosesSentencesBySection(String text, String expected) {
    String article = text.replace('|', '\n');
    List<BriefSentence> brief =
        SharedTagger.TAGGER.tag(Article.ofText("id", "test:", "", article, PUBLISHED)).brief();
    assertThat(brief.stream().map(BriefTest::told))
        .containsExactlyElementsOf(Arrays.asList(expected.split(" / ")));
    assertThat(brief)
        .allSatisfy(
            sentence ->
                assertThat(article.substring(sentence.start(), sentence.end()))
                    .isEqualTo(sentence.surface()));
  }

  /// Section and first three words.
  private static String told(BriefSentence sentence) {
    String[] words = sentence.surface().split(" ");
    return sentence.section().name().toLowerCase(Locale.ROOT)
        + ": "
        + String.join(" ", List.of(words).subList(0, 3));
  }
}
