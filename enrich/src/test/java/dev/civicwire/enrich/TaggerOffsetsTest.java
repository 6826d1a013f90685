package dev.civicwire.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.Mention;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.contract.TaggedArticle;
import dev.civicwire.contract.Value;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is done to a text, every value stands where it says.
class TaggerOffsetsTest {
  private static final int ROUNDS = 12;

  /// Share of the corpus that is written otherwise: more of it takes long and finds no more.
  private static final int EVERY = 4;

  private static final List<String> INSERTS =
      List.of(
          "£",
          "€45.000",
          "\u00a0",
          "\r\n",
          "😀",
          "e\u0301",
          "\u202e",
          "12/09/2025",
          "(",
          "“",
          "—",
          "\u0000",
          "1,000,000,000,000,000",
          "Friday 30 February",
          "£1bn-£2",
          "\ud83d",
          "’s",
          "ﬁ",
          "31/31/2031",
          "between £",
          "until ",
          "FY2025/26",
          "%",
          "مدير",
          "grade ",
          "   ",
          " - ",
          "; ");

  @Test
  void keepsOffsetsExactThroughRandomMutations() {
    Random random = new Random(42);
    for (String text : CorpusTexts.of("/dev/civicwire/enrich/labelled")) {
      for (int round = 0; round < ROUNDS; round++) {
        check(mutated(text, random));
      }
    }
    for (String text : CorpusTexts.of("/corpus")) {
      check(mutated(text, random));
    }
  }

  static Stream<Named<UnaryOperator<String>>> rewritings() {
    return Stream.of(
        Named.of("CRLF", t -> t.replace("\n", "\r\n")),
        Named.of("no-break spaces", t -> t.replace(' ', '\u00a0')),
        Named.of("capitals", t -> t.toUpperCase(Locale.ROOT)),
        Named.of("one line", t -> t.replace('\n', ' ')),
        Named.of("decomposed", t -> Normalizer.normalize(t, Normalizer.Form.NFD)),
        Named.of("right to left", t -> "\u202b" + t.replace(" ", " \u200f") + "\u202c"),
        Named.of("combining marks", t -> t.replace("e", "e\u0301")),
        Named.of("surrogate pairs", t -> t.replace(" ", " \ud83d\udcb7")),
        Named.of("table", t -> t.replace(": ", "\n")));
  }

  @ParameterizedTest
  @MethodSource("rewritings")
  void keepsOffsetsExactInTextsWrittenOtherwise(UnaryOperator<String> rewriting) {
    List<String> texts = CorpusTexts.of("/corpus");
    for (int i = 0; i < texts.size(); i += EVERY) {
      check(rewriting.apply(texts.get(i)));
    }
  }

  @Test
  void keepsOffsetsExactInTwoMegabytes() {
    String all = String.join("\n\n", CorpusTexts.of("/corpus"));
    check(all.repeat(2_000_000 / all.length() + 1));
  }

  private static String mutated(String text, Random random) {
    StringBuilder mutated = new StringBuilder(text);
    for (int i = 0; i < 12; i++) {
      int at = random.nextInt(mutated.length());
      switch (random.nextInt(4)) {
        case 0 -> mutated.insert(at, INSERTS.get(random.nextInt(INSERTS.size())));
        case 1 -> mutated.deleteCharAt(at);
        case 2 -> mutated.setCharAt(at, (char) random.nextInt(0x2fff));
        default -> {
          int end = Math.min(mutated.length(), at + random.nextInt(40));
          mutated.insert(random.nextInt(mutated.length()), mutated.substring(at, end));
        }
      }
    }
    return mutated.toString();
  }

  private static void check(String text) {
    Optional<PartialDate> published = Optional.of(new PartialDate("2025-06-15"));
    TaggedArticle tagged =
        SharedTagger.TAGGER.tag(Article.ofText("id", "test:", "Title", text, published));
    assertThat(tagged.values()).allSatisfy(value -> standsIn(text, value));
    assertThat(tagged.deadlines())
        .allSatisfy(d -> assertThat(PartialDate.parse(d.date().value())).isPresent());
    assertThat(tagged.events())
        .allSatisfy(e -> assertThat(PartialDate.parse(e.date().value())).isPresent());
    checkAmounts(tagged);
    assertThat(tagged.brief())
        .hasSizeLessThanOrEqualTo(5)
        .allSatisfy(b -> assertThat(text.substring(b.start(), b.end())).isEqualTo(b.surface()));
    assertThat(tagged.vacancies())
        .allSatisfy(
            v ->
                assertThat(v.evidence())
                    .allSatisfy(
                        e ->
                            assertThat(text.substring(e.start(), e.end())).isEqualTo(e.surface())));
  }

  private static void checkAmounts(TaggedArticle tagged) {
    assertThat(tagged.salaries())
        .allSatisfy(
            s -> {
              assertThat(s.min().or(s::max)).isPresent();
              assertThat(s.currency()).matches("[A-Z]{3}");
              if (s.min().isPresent() && s.max().isPresent()) {
                assertThat(s.min().get()).isPositive().isLessThanOrEqualTo(s.max().get());
              }
            });
    assertThat(tagged.budgets())
        .allSatisfy(
            b -> {
              assertThat(b.amount()).isPositive();
              assertThat(b.currency()).matches("[A-Z]{3}");
              assertThat(b.period()).matches("total|annual|monthly|weekly|daily|\\d+-(year|month)");
            });
    assertThat(tagged.headcounts()).allSatisfy(h -> assertThat(h.count()).isPositive());
    assertThat(tagged.values())
        .allSatisfy(v -> assertThat(v.evidence().confidence()).isBetween(0.0, 1.0));
  }

  private static void standsIn(String text, Value value) {
    assertThat(text.substring(value.evidence().start(), value.evidence().end()))
        .isEqualTo(value.evidence().surface());
    assertThat(value.evidence().mentions()).isNotEmpty();
    for (Mention mention : value.evidence().mentions()) {
      assertThat(mention.standsIn(text)).as("%s", mention).isTrue();
    }
  }
}
