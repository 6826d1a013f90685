package dev.civicwire.enrich.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.civicwire.contract.Article;
import dev.civicwire.contract.PartialDate;
import dev.civicwire.enrich.SharedTagger;
import dev.civicwire.enrich.text.Rows;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {
  private static final String TEXT =
      """
      Leeds City Council is looking for a chief digital officer, at £95,000 to £105,000 a year.
      Its digital budget is £12m. A relocation allowance of £8,000 is paid.
      Applications close on 12 January 2027.

      Published: 20 November 2026
      """;

  private static final String PAGE = SharedTagger.TAGGER.explain(article(TEXT)).print();

  private static Article article(String text) {
    return Article.ofText(
        "id", "test:", "Council seeks chief", text, Optional.of(new PartialDate("2026-11-20")));
  }

  @Test
  void showsEveryValueInItsPlace() {
    assertThat(PAGE)
        .contains("id  Council seeks chief", "published 2026-11-20")
        .containsPattern("at \\[\\d+ £95,000 to £105,000 a year\\]")
        .contains("salaries: 95000 to 105000 GBP a year")
        .contains("budgets: 12000000 GBP, budget, annual")
        .contains("other_money: 8000 GBP")
        .contains("deadlines: 2027-01-12, application")
        .contains("organisations: Leeds City Council");
  }

  @Test
  void saysWhatAValueCompetedWithAndWhyItWon() {
    assertThat(PAGE)
        .containsPattern("salary: salary \\d+\\.\\d > other money")
        .containsPattern("other money: other money \\d+\\.\\d > budget")
        .contains("private +", "(allowance|allowances)")
        .contains("deadline: application", "heard: application +");
  }

  @Test
  void namesTheRuleOfValuesThatAreChosenByRank() {
    assertThat(PAGE).contains("a listed name stands there; wins over grammar and model");
  }

  @Test
  void saysWhatWasPassedOver() {
    assertThat(PAGE).contains("Passed over", "\"20 November 2026\" (date/1)");
  }

  @Test
  void showsRecordsAndSubject() {
    assertThat(PAGE)
        .contains("Vacancy: chief digital officer; at Leeds City Council; 95000 to 105000 GBP")
        .contains("Subject", "public sector; topics recruitment", "spoken of: recruitment");
  }

  @ParameterizedTest
  @MethodSource("conflicts")
  void saysWhatNamesAndTitlesCompetedWith(String text, String told, String reason) {
    assertThat(SharedTagger.TAGGER.explain(article(text)).print()).contains(told, reason);
  }

  static Stream<String[]> conflicts() {
    return Rows.of(ExplanationTest.class, "conflicts.tsv", 3).stream();
  }

  @Test
  void explainsAnEmptyText() {
    assertThat(SharedTagger.TAGGER.explain(article("")).print())
        .contains("Values", "not the public sector");
  }

  @Test
  void tellsWhatAnotherTaggingChanges() {
    assertThat(
            TaggingDiff.of(
                SharedTagger.TAGGER.tag(article(TEXT)), SharedTagger.TAGGER.tag(article(TEXT))))
        .isEmpty();
    List<String> lines =
        TaggingDiff.of(
                SharedTagger.TAGGER.tag(article(TEXT)),
                SharedTagger.TAGGER.tag(article(TEXT.replace("£95,000 to", "up to"))))
            .stream()
            .map(TaggingDiff.Change::line)
            .toList();
    assertThat(lines)
        .contains("- salaries: 95000 to 105000 GBP a year", "+ salaries: up to 105000 GBP a year");
  }
}
