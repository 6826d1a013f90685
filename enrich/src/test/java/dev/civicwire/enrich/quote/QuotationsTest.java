package dev.civicwire.enrich.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.Person;
import dev.civicwire.contract.Quotation;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.enrich.PhraseRows;
import dev.civicwire.enrich.SharedTagger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationsTest {
  static Stream<String[]> rows() {
    return PhraseRows.of(QuotationsTest.class, "quotations.tsv", 2).stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void tellsWhoSaysWhat(String text, String expected) {
    String article = text.replace('|', '\n');
    List<Quotation> found = tag(article).quotations();
    assertThat(found.stream().map(QuotationsTest::told))
        .containsExactlyElementsOf(
            expected.equals("-") ? List.of() : Arrays.asList(expected.split(" / ")));
    assertThat(found)
        .allSatisfy(
            quotation -> {
              assertThat(quotation.evidence().mention().standsIn(article)).isTrue();
              assertThat(quotation.speakerAt().standsIn(article)).isTrue();
            });
  }

  /// Speaker, the words that name the speaker, the first two words said.
  private static String told(Quotation quotation) {
    String[] said = quotation.evidence().surface().split("[ ,’]");
    return String.join(
        "; ", quotation.speaker(), quotation.speakerAt().surface(), said[0] + " " + said[1]);
  }

  @Test
  void linksThePersonAndTheBody() {
    TaggedArticle tagged =
        tag(
            "\"It is a start,\" said Hanna Brightwell, head of data at the Cabinet Office. A Cabinet"
                + " Office spokesman said: \"We have nothing to add to that today.\"");
    assertThat(tagged.people()).extracting(Person::name).contains("Hanna Brightwell");
    assertThat(tagged.quotations()).hasSize(2);
    assertThat(tagged.quotations().getFirst().person()).contains("Hanna Brightwell");
    assertThat(tagged.quotations().getFirst().post()).isPresent();
    assertThat(tagged.quotations().get(1).organisation()).contains("Cabinet Office");
    assertThat(tagged.quotations().get(1).person()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"a ", "'a ", "“a ", "‘a ", "\"A b c,\" said ", "' ", "\"\"", "said: \""})
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void readsNothingButMarksInLinearTime(String marks) {
    assertThat(tag(marks.repeat(60_000 / marks.length())).quotations()).hasSizeLessThan(10);
  }

  private static TaggedArticle tag(String text) {
    return SharedTagger.TAGGER.tag(Article.ofText("id", "test:", "", text, Optional.empty()));
  }
}
